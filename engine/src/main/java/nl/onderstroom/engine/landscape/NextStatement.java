package nl.onderstroom.engine.landscape;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Which statement to ask somebody about next, so that the landscape is known with few votes. Who
 * they are is not needed: their own votes are enough.
 *
 * <p>The priority of a statement for a person is how much their vote on it is expected to take away
 * of the variance of logits η = a + y + u·w ({@code OpinionSpace}), in squared logits:
 *
 * <pre>(1 − r) · p(1 − p) / (1 + πs²/8) · ( S · cᵀΣWΣc + (n + m) · E[|Vz|²] )</pre>
 *
 * <p>with r the chance of a pass, p the chance of agreement and s² the variance of this person's
 * logit; Σ the covariance of the person's (y, u) and V that of the statement's (a, w); c = (1, w)
 * in the mean, z = (1, u), W the mean of c cᵀ over statements. The first term is what the vote
 * tells of the person, which all S statements gain by. The second is what it tells of the
 * statement, which the n people gain by whose place rests on it, and m = 10 more. So somebody is
 * asked first what places them, soon after that what nobody has voted on, until that has its share.
 * Both are the variance that the best linear prediction from a yes or no takes away: by Stein's
 * lemma its covariance with (y, u) is Σc·E[σ′(η)], and E[σ′(η)] = p(1 − p)/√(1 + πs²/8) in the
 * probit approximation (MacKay 1992) that also gives p.
 *
 * <p>A statement that is not among the votes of the landscape is taken for one as statements
 * usually are, about which nothing else is known. Votes of the person on such statements are passed
 * over; they are not asked again. Who has no votes is taken for anybody. Immutable. One ranking
 * costs O(votes of the person + statements · dimensions²) plus sorting. Decision 0010 has what was
 * measured.
 */
public final class NextStatement {
  /**
   * Chances in a draw are as priorities to this power: enough to spread people who come at the same
   * time over the best few.
   */
  private static final int SHARPNESS = 30;

  /** How often a place is improved; it hardly moves after that. */
  private static final int PLACINGS = 4;

  /** So many people are looked at for what the conversation as a whole needs. */
  private static final int COMPARED = 64;

  private final VoteWorth worth;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();

  /**
   * @param totals votes of everybody, as one group
   */
  NextStatement(Votes votes, OpinionSpace space, GroupVotes totals) {
    worth = new VoteWorth(space, totals);
    for (int statement = 0; statement < votes.statements(); statement++) {
      ids.add(votes.statementId(statement));
      indexes.put(votes.statementId(statement), statement);
    }
  }

  /**
   * A statement that can be asked about.
   *
   * @param priority what a vote on it is worth, in squared logits; above 0
   */
  public record Ranked(String statement, double priority) {}

  /**
   * The statements on offer that the person has not voted on, the most useful first; of equal ones
   * in the order of their ids. Empty when there are none.
   *
   * @param own votes of the person so far, by statement
   * @param offered ids of statements; one that occurs twice counts once
   */
  public List<Ranked> ranking(Map<String, Vote> own, Collection<String> offered) {
    VoteWorth.Asked asked = asked(own);
    List<Ranked> ranking = new ArrayList<>();
    for (String statement : new TreeSet<>(offered)) {
      if (!own.containsKey(statement)) {
        int index = indexes.getOrDefault(statement, worth.unknown());
        ranking.add(new Ranked(statement, asked.on(index)));
      }
    }
    ranking.sort(Comparator.comparingDouble(Ranked::priority).reversed());
    return ranking;
  }

  private VoteWorth.Asked asked(Map<String, Vote> own) {
    int[] entries =
        own.entrySet().stream()
            .filter(vote -> indexes.containsKey(vote.getKey()))
            .mapToInt(vote -> entry(indexes.getOrDefault(vote.getKey(), 0), vote.getValue()))
            .sorted()
            .toArray();
    Votes alone = new Votes(new int[] {0, entries.length}, entries, List.of(""), ids);
    Placing placing = new Placing(worth.space(), alone, Reading.OPINION);
    placing.beginAnywhere();
    placing.place(0, PLACINGS);
    return worth.new Asked(placing.mean, placing.covariance);
  }

  private static int entry(int statement, Vote vote) {
    return statement << 2 | (vote.number() + 1);
  }

  /**
   * One of {@link #ranking}, drawn with chances as their priorities to the power 30: nearly always
   * one of the best few, and not the same one for all who come while the landscape stays as it is.
   *
   * @param seed the same seed, votes and statements give the same
   */
  public Optional<String> draw(Map<String, Vote> own, Collection<String> offered, long seed) {
    List<Ranked> ranking = ranking(own, offered);
    if (ranking.isEmpty()) {
      return Optional.empty();
    }
    double most = ranking.getFirst().priority();
    double[] chances =
        ranking.stream().mapToDouble(each -> Math.pow(each.priority() / most, SHARPNESS)).toArray();
    double sum = 0;
    for (double chance : chances) {
      sum += chance;
    }
    double left = sum * new SplittableRandom(CanonicalOrder.mix(seed)).nextDouble();
    int at = 0;
    while (at + 1 < chances.length && left >= chances[at]) {
      left -= chances[at++];
    }
    return Optional.of(ranking.get(at).statement());
  }

  /**
   * What the conversation as a whole needs: of each statement the mean priority for people who did
   * not vote on it, as a multiple of the mean over statements. 0 of a statement that everybody
   * looked at voted on.
   *
   * @param votes those of the landscape
   * @param places of the same people
   */
  double[] priorities(Votes votes, Places places, Workers workers) {
    int people = Math.min(COMPARED, votes.people());
    double[][] each =
        workers.all(people, person -> missing(votes, places, person)).toArray(double[][]::new);
    double[] priorities = new double[votes.statements()];
    double all = 0;
    for (int statement = 0; statement < priorities.length; statement++) {
      double sum = 0;
      int asked = 0;
      for (double[] one : each) {
        sum += one[statement];
        asked += one[statement] > 0 ? 1 : 0;
      }
      priorities[statement] = asked == 0 ? 0 : sum / asked;
      all += priorities[statement];
    }
    for (int statement = 0; statement < priorities.length && all > 0; statement++) {
      priorities[statement] *= priorities.length / all;
    }
    return priorities;
  }

  /** Of each statement the priority for a person; 0 where they voted. */
  private double[] missing(Votes votes, Places places, int person) {
    BitSet voted = new BitSet(votes.statements());
    for (int entry = votes.start(person); entry < votes.end(person); entry++) {
      voted.set(votes.statement(entry));
    }
    double[] mean = new double[places.order()];
    double[] covariance = new double[PackedCholesky.cells(places.order())];
    places.read(person, mean, covariance);
    VoteWorth.Asked asked = worth.new Asked(mean, covariance);
    double[] priorities = new double[votes.statements()];
    for (int at = voted.nextClearBit(0); at < priorities.length; at = voted.nextClearBit(at + 1)) {
      priorities[at] = asked.on(at);
    }
    return priorities;
  }
}
