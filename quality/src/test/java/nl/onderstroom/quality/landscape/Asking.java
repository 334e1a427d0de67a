package nl.onderstroom.quality.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.engine.landscape.Participant;

/** People of a crowd come one after another and are asked, in an order, until they had enough. */
final class Asking {
  /** Statements of each person, about. */
  private static final int LOOKED_AT = 40;

  private final Crowd crowd;
  private final AskingOrder order;
  private final int groups;
  private final int every;
  private final long seed;
  private final byte[][] own;
  private final List<Moment> moments = new ArrayList<>();

  /**
   * How far it is.
   *
   * @param votes so far
   * @param index adjusted Rand index with the true groups, of everybody who came so far; whoever
   *     could not be placed counts as one group more
   * @param error root mean square, of the chance that those who came agree, on about forty
   *     statements each
   */
  record Moment(int votes, double index, double error) {}

  private Asking(Crowd crowd, AskingOrder order, int groups, int every, long seed) {
    this.crowd = crowd;
    this.order = order;
    this.groups = groups;
    this.every = every;
    this.seed = seed;
    own = new byte[crowd.people()][crowd.statements()];
    for (byte[] row : own) {
      Arrays.fill(row, (byte) -1);
    }
  }

  /**
   * @param groups to look for
   * @param every so many votes the landscape is made anew
   */
  static List<Moment> of(Crowd crowd, AskingOrder order, int groups, int every, long seed) {
    Asking asking = new Asking(crowd, order, groups, every, seed);
    asking.run();
    return asking.moments;
  }

  private void run() {
    SplittableRandom random = new SplittableRandom(seed);
    int votes = 0;
    for (int person = 0; person < crowd.people(); person++) {
      int[] there = there(person);
      for (int answer = 0; answer < Math.min(crowd.patience()[person], there.length); answer++) {
        byte[] mine = own[person];
        int[] offered = Arrays.stream(there).filter(s -> mine[s] < 0).toArray();
        int asked = order.next(mine, offered, random.nextLong());
        mine[asked] = crowd.answers()[person][asked];
        if (++votes % every == 0) {
          learn(person + 1, votes);
        }
      }
    }
  }

  private int[] there(int person) {
    return IntStream.range(0, crowd.statements())
        .filter(s -> crowd.since()[s] <= person && crowd.answers()[person][s] >= 0)
        .toArray();
  }

  private void learn(int came, int votes) {
    Conversation conversation = conversation(came);
    LandscapeFit fit =
        LandscapeFit.of(
            conversation.engineVotes(), new LandscapeOptions(OptionalInt.of(groups), 1, 1, 0, 1));
    order.learn(conversation, fit);
    moments.add(new Moment(votes, index(fit, came), error(fit, came)));
  }

  private Conversation conversation(int came) {
    int[] starts = new int[came + 1];
    int[] entries = new int[came * crowd.statements()];
    int out = 0;
    for (int person = 0; person < came; person++) {
      for (int s = 0; s < crowd.statements(); s++) {
        if (own[person][s] >= 0) {
          entries[out++] = s << 2 | own[person][s];
        }
      }
      starts[person + 1] = out;
    }
    return new Conversation(crowd.statements(), starts, Arrays.copyOf(entries, out));
  }

  private double index(LandscapeFit fit, int came) {
    int[] found = new int[came];
    Arrays.fill(found, groups);
    for (Participant one : fit.landscape().participants()) {
      found[Integer.parseInt(one.id())] = one.group().orElse(groups);
    }
    return RandIndex.adjusted(Arrays.copyOf(crowd.groups(), came), found);
  }

  private double error(LandscapeFit fit, int came) {
    double sum = 0;
    int cells = 0;
    int step = Math.max(1, crowd.statements() / LOOKED_AT);
    for (int person = 0; person < came; person++) {
      for (int s = person % step; s < crowd.statements(); s += step) {
        var chances = fit.predict(Integer.toString(person), Integer.toString(s));
        double agrees = chances.agree() / (chances.agree() + chances.disagree());
        cells++;
        sum += Math.pow(agrees - crowd.agreement()[person][s], 2);
      }
    }
    return Math.sqrt(sum / cells);
  }
}
