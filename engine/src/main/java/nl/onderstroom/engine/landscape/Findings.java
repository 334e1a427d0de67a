package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.onderstroom.engine.measure.Interval;

/** What is found of groups that are given: who is in them, what marks them, unites and divides. */
final class Findings {
  private final Votes votes;
  private final Grouping grouping;
  private final Marking marking;
  private final StatementResults results;
  private final List<Participant> participants;

  private Findings(
      Votes votes,
      Grouping grouping,
      Marking marking,
      StatementResults results,
      List<Participant> participants) {
    this.votes = votes;
    this.grouping = grouping;
    this.marking = marking;
    this.results = results;
    this.participants = participants;
  }

  /**
   * @param supported whether to look for what sets the groups apart
   */
  static Findings of(
      Votes votes, SpaceFit.Fitted fitted, Grouping grouping, boolean supported, Workers workers) {
    Marking marking = new Marking(votes, grouping.shown(), grouping.compared(), supported);
    double[] priorities =
        new NextStatement(votes, fitted.space(), grouping.totals())
            .priorities(votes, fitted.places(), workers);
    List<Participant> participants = new ArrayList<>();
    for (int person = 0; person < votes.people(); person++) {
      participants.add(participant(votes, fitted, grouping, person));
    }
    return new Findings(
        votes,
        grouping,
        marking,
        new StatementResults(
            votes,
            fitted,
            grouping.totals(),
            grouping.shown(),
            marking.differing(),
            priorities,
            workers),
        participants);
  }

  /** The same groups after a change of votes; looked at again only where they changed. */
  Findings with(Change change, SpaceFit.Fitted fitted, int needed, Workers workers) {
    Votes after = change.after();
    Grouping now = grouping.with(change, fitted, needed);
    Marking marks = marking.with(after, now.shown(), now.compared());
    List<Participant> all = new ArrayList<>(participants);
    for (int person : change.people()) {
      Participant one = participant(after, fitted, now, person);
      if (person < all.size()) {
        all.set(person, one);
      } else {
        all.add(one);
      }
    }
    return new Findings(
        after,
        now,
        marks,
        results.with(after, fitted, now.totals(), now.shown(), marks.differing(), workers),
        all);
  }

  private static Participant participant(
      Votes votes, SpaceFit.Fitted fitted, Grouping grouping, int person) {
    int group = grouping.membership().groups()[person];
    return new Participant(
        votes.personId(person),
        group >= 0 ? OptionalInt.of(group) : OptionalInt.empty(),
        grouping.membership().chances()[person],
        fitted.places().coordinate(person, 0),
        fitted.places().coordinate(person, 1),
        votes.size(person));
  }

  Grouping grouping() {
    return grouping;
  }

  /**
   * @param choice of the number of groups
   */
  Landscape landscape(GroupChoice choice) {
    return new Landscape(
        votes.size(),
        choice.confidence(),
        groups(),
        participants,
        results.all(),
        choice.evidence(),
        grouping.messages().dimensions());
  }

  private List<OpinionGroup> groups() {
    List<List<OpinionGroup.Mark>> marks = marking.marks();
    Mixture mixture = grouping.mixture();
    long placed = participants.stream().filter(one -> one.group().isPresent()).count();
    List<OpinionGroup> groups = new ArrayList<>();
    for (int number = 0; number < mixture.groups(); number++) {
      int own = number;
      List<Participant> members =
          participants.stream().filter(one -> one.group().orElse(-1) == own).toList();
      double share = mixture.shares()[number];
      groups.add(
          new OpinionGroup(
              number,
              members.size(),
              share,
              mixture.groups() == 1 ? new Interval(1, 1) : interval(share, placed, members),
              members.stream().mapToDouble(Participant::x).average().orElse(0),
              members.stream().mapToDouble(Participant::y).average().orElse(0),
              marks.get(number)));
    }
    return groups;
  }

  /**
   * Wilson's, with the votes that count for as many people as give the same variance: that of who
   * happened to vote, p(1 − p)/n, and that of who belongs to the group, Σ q(1 − q)/n².
   */
  private static Interval interval(double share, long placed, List<Participant> members) {
    double unsure =
        members.stream()
            .mapToDouble(Participant::probability)
            .map(chance -> chance * (1 - chance))
            .sum();
    double variance =
        share * (1 - share) / (double) placed + 2 * unsure / ((double) placed * placed);
    double people = Math.min((double) placed, share * (1 - share) / variance);
    return Interval.ofShare(Math.round(share * people), Math.max(1, Math.round(people)));
  }
}
