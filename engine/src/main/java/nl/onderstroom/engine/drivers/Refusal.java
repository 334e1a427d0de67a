package nl.onderstroom.engine.drivers;

import java.util.List;

/** Why nothing is said of drivers. */
public sealed interface Refusal extends Finding {
  /** What is counted. */
  enum Of {
    PEOPLE,
    TEAMS
  }

  /** There is nothing that the outcome could go together with. */
  record NoDrivers() implements Refusal {}

  /**
   * @param given drivers
   * @param most that are taken
   */
  record TooManyDrivers(int given, int most) implements Refusal {}

  /**
   * @param given how many there are
   * @param enough how many there would have to be
   */
  record TooFew(Of of, long given, long enough) implements Refusal {}

  /**
   * Everybody gave the same answer.
   *
   * @param names of drivers and outcome that do not vary
   */
  record Constant(List<String> names) implements Refusal {
    public Constant {
      names = List.copyOf(names);
    }
  }

  /**
   * Drivers that say the same as others: what belongs to which cannot be told. Leave one out, or
   * join them into one scale.
   */
  record Collinear(List<Contained> contained) implements Refusal {
    public Collinear {
      contained = List.copyOf(contained);
    }
  }

  /**
   * @param driver of which the others contain nearly everything
   * @param in those of the others that do, most first
   * @param varianceInflation 100 or more; infinite when the others contain it wholly
   */
  record Contained(String driver, List<String> in, double varianceInflation) {
    public Contained {
      in = List.copyOf(in);
    }
  }

  /**
   * Pairs of questions were answered by people so different that the sums contradict each other.
   */
  record Incoherent() implements Refusal {}
}
