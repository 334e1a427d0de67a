package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.onderstroom.engine.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Landscape} of votes, and predicts votes from it. The same votes and options give
 * the same landscape to the last bit, in whatever order they came and with however many threads.
 */
public final class LandscapeFit {
  private final Votes votes;
  private final LandscapeOptions options;
  private final Effort effort;
  private final SpaceFit.Fitted fitted;
  private SpaceFit.@Nullable Fitted passing;
  private final NextStatement nextStatement;
  private final Landscape landscape;
  private @Nullable Indexes indexes;

  private LandscapeFit(Votes votes, LandscapeOptions options, Workers workers) {
    this.votes = votes;
    this.options = options;
    effort = options.replicates() == 0 ? Effort.QUICK : Effort.SETTLED;
    fitted = SpaceFit.fit(votes, Reading.OPINION, StatementTable.MOST_DIMENSIONS, effort, workers);
    GroupVotes totals = GroupVotes.of(votes, new int[votes.people()], 1, workers);
    nextStatement = new NextStatement(votes, fitted.space(), totals);
    landscape = look(totals, workers);
  }

  /**
   * The landscape of these votes.
   *
   * @throws IllegalArgumentException when there is no vote at all
   */
  public static LandscapeFit of(Votes votes, LandscapeOptions options) {
    if (votes.size() == 0) {
      throw new IllegalArgumentException("no votes; expected at least one");
    }
    try (Workers workers = new Workers(options.threads())) {
      return new LandscapeFit(votes, options, workers);
    }
  }

  public Landscape landscape() {
    return landscape;
  }

  private Landscape look(GroupVotes totals, Workers workers) {
    GroupSearch search =
        GroupSearch.in(
            votes,
            fitted.places(),
            options.leastVotes(),
            options.groups().orElse(1),
            LandscapeOptions.MOST_GROUPS,
            effort,
            workers);
    Replicates replicates = Replicates.of(votes, fitted, search, options, workers);
    GroupChoice choice = GroupChoice.of(search, replicates, options);
    Mixture mixture = search.mixture(choice.groups()).largestFirst();
    Membership membership =
        Membership.of(search.messages(), mixture, search.people(), votes.people(), workers);
    GroupVotes shown = GroupVotes.of(votes, membership.groups(), mixture.groups(), workers);
    GroupVotes tested =
        mixture.groups() == 1 ? shown : CrossFit.of(votes, fitted, search, mixture, workers);
    Marking marking = new Marking(votes, shown, tested);
    List<Participant> participants = participants(membership);
    double[] priorities = nextStatement.priorities(votes, fitted.places(), workers);
    return new Landscape(
        votes.size(),
        choice.confidence(),
        groups(mixture, participants, marking.marks()),
        participants,
        new StatementResults(votes, fitted, totals, shown, marking.differing(), priorities)
            .all(workers),
        choice.evidence(),
        search.messages().dimensions());
  }

  private List<Participant> participants(Membership membership) {
    List<Participant> participants = new ArrayList<>();
    for (int person = 0; person < votes.people(); person++) {
      int group = membership.groups()[person];
      participants.add(
          new Participant(
              votes.personId(person),
              group >= 0 ? OptionalInt.of(group) : OptionalInt.empty(),
              membership.chances()[person],
              fitted.places().coordinate(person, 0),
              fitted.places().coordinate(person, 1),
              votes.size(person)));
    }
    return participants;
  }

  private static List<OpinionGroup> groups(
      Mixture mixture, List<Participant> participants, List<List<OpinionGroup.Mark>> marks) {
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

  /** How somebody would vote; of a person or a statement that nobody knows, what is usual. */
  public Prediction predict(String personId, String statementId) {
    OptionalInt person = find(indexes().people(), personId);
    OptionalInt statement = find(indexes().statements(), statementId);
    double agrees = chance(fitted, person, statement);
    double passes = chance(passing(), person, statement);
    return new Prediction((1 - passes) * agrees, (1 - passes) * (1 - agrees), passes);
  }

  /** Which statement to ask somebody about next. */
  public NextStatement nextStatement() {
    return nextStatement;
  }

  /** Who passes on what; made when it is first asked for. */
  private synchronized SpaceFit.Fitted passing() {
    if (passing == null) {
      try (Workers workers = new Workers(options.threads())) {
        passing = SpaceFit.fit(votes, Reading.PASSING, 0, Effort.QUICK, workers);
      }
    }
    return passing;
  }

  /** Where each person and each statement stands among the votes. */
  private record Indexes(Map<String, Integer> people, Map<String, Integer> statements) {}

  /** Made when it is first asked for. */
  private synchronized Indexes indexes() {
    if (indexes == null) {
      indexes = new Indexes(new HashMap<>(), new HashMap<>());
      for (int person = 0; person < votes.people(); person++) {
        indexes.people().put(votes.personId(person), person);
      }
      for (int statement = 0; statement < votes.statements(); statement++) {
        indexes.statements().put(votes.statementId(statement), statement);
      }
    }
    return indexes;
  }

  private static OptionalInt find(Map<String, Integer> indexes, String id) {
    Integer index = indexes.get(id);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The chance of yes, averaged over statements when it is not known which. */
  private double chance(SpaceFit.Fitted fit, OptionalInt person, OptionalInt statement) {
    double[] moments = fit.places().moments(person, fit.space().yeaSayingVariance());
    if (statement.isPresent()) {
      return fit.space().agreement(statement.getAsInt(), moments);
    }
    return IntStream.range(0, fit.space().statements())
        .mapToDouble(any -> fit.space().agreement(any, moments))
        .average()
        .orElse(0.5);
  }
}
