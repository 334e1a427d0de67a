package nl.onderstroom.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a mood becomes an answer: the chances of every choice, and a draw from them. */
sealed interface Item {
  /**
   * The chance of each choice, in the order shown. They sum to 1, but for words: there they sum to
   * the number of words ticked on average.
   */
  double[] chances(Mood mood);

  /** An answer: positions of what is chosen, from 1, ascending. */
  List<Integer> draw(Mood mood, Dice dice);

  static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /**
   * Five ordered steps under Samejima's graded response model: the chance of more than step k is
   * logistic in {@code SLOPE * (trait - location - STEPS[k])}.
   *
   * @param weights of the latents in the trait
   * @param location the trait at which people answer about the middle
   */
  record Graded(Map<Latent, Double> weights, double location) implements Item {
    private static final double SLOPE = 1.7;
    private static final double[] STEPS = {-1.5, -0.5, 0.4, 1.4};

    public Graded {
      weights = Map.copyOf(weights);
    }

    @Override
    public double[] chances(Mood mood) {
      double trait = mood.weighted(weights) - location;
      double[] chances = new double[STEPS.length + 1];
      double above = 1;
      for (int k = 0; k < STEPS.length; k++) {
        double next = logistic(SLOPE * (trait - STEPS[k]));
        chances[k] = above - next;
        above = next;
      }
      chances[STEPS.length] = above;
      return chances;
    }

    @Override
    public List<Integer> draw(Mood mood, Dice dice) {
      return List.of(1 + dice.index(chances(mood)));
    }
  }

  /**
   * How strongly a choice attracts: {@code exp(base + weights · mood)}, against the others.
   *
   * @param base attraction for someone at the mean of everything
   */
  record Pull(double base, Map<Latent, Double> weights) {
    public Pull {
      weights = Map.copyOf(weights);
    }

    double of(Mood mood) {
      return StrictMath.exp(base + mood.weighted(weights));
    }

    static double[] all(List<Pull> pulls, Mood mood) {
      return pulls.stream().mapToDouble(pull -> pull.of(mood)).toArray();
    }
  }

  /** One choice, in proportion to the pulls (a multinomial logit). */
  record Chosen(List<Pull> pulls) implements Item {
    public Chosen {
      pulls = List.copyOf(pulls);
    }

    @Override
    public double[] chances(Mood mood) {
      double[] chances = Pull.all(pulls, mood);
      double total = 0;
      for (double pull : chances) {
        total += pull;
      }
      for (int i = 0; i < chances.length; i++) {
        chances[i] /= total;
      }
      return chances;
    }

    @Override
    public List<Integer> draw(Mood mood, Dice dice) {
      return List.of(1 + dice.index(chances(mood)));
    }
  }

  /**
   * One, two or three words, drawn one after the other in proportion to the pulls that are left.
   */
  record Ticked(List<Pull> pulls) implements Item {
    /** The chance of one, two and three words. */
    private static final double[] HOW_MANY = {0.25, 0.4, 0.35};

    public Ticked {
      pulls = List.copyOf(pulls);
    }

    @Override
    public double[] chances(Mood mood) {
      double[] left = Pull.all(pulls, mood);
      double[] chances = new double[left.length];
      tick(left, 0, 1, chances);
      return chances;
    }

    /**
     * Adds what the words ticked from here on contribute, over every order in which they can be.
     *
     * @param left pulls of the words not yet ticked, 0 for the others
     * @param ticked words so far
     * @param reached the chance of coming to this point
     */
    private static void tick(double[] left, int ticked, double reached, double[] chances) {
      double going = reached * chanceOfAnother(ticked);
      double total = 0;
      for (double pull : left) {
        total += pull;
      }
      for (int i = 0; i < left.length; i++) {
        if (left[i] > 0) {
          double chance = going * left[i] / total;
          chances[i] += chance;
          if (ticked + 1 < HOW_MANY.length) {
            double pull = left[i];
            left[i] = 0;
            tick(left, ticked + 1, chance, chances);
            left[i] = pull;
          }
        }
      }
    }

    /** The chance that someone with {@code ticked} words takes one more. */
    private static double chanceOfAnother(int ticked) {
      return switch (ticked) {
        case 0 -> 1;
        case 1 -> HOW_MANY[1] + HOW_MANY[2];
        case 2 -> HOW_MANY[2] / (HOW_MANY[1] + HOW_MANY[2]);
        default -> 0;
      };
    }

    @Override
    public List<Integer> draw(Mood mood, Dice dice) {
      double[] left = Pull.all(pulls, mood);
      int words = 1 + dice.index(HOW_MANY);
      var ticked = new ArrayList<Integer>();
      while (ticked.size() < words) {
        int word = dice.index(left);
        left[word] = 0;
        ticked.add(1 + word);
      }
      return ticked.stream().sorted().toList();
    }
  }
}
