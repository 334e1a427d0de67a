package nl.onderstroom.engine.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.onderstroom.engine.summary.Answers;
import nl.onderstroom.engine.summary.Composite;
import nl.onderstroom.engine.summary.Histogram;
import nl.onderstroom.engine.summary.Moments;
import nl.onderstroom.engine.summary.Quantity;
import nl.onderstroom.engine.summary.TickCounts;
import org.jspecify.annotations.Nullable;

/**
 * The half of {@link ReleaseAudit} that looks at what was said: whole numbers with known sums may
 * leave one possibility only. See {@link nl.onderstroom.engine.disclosure.bounds}.
 */
final class CountsAudit {
  private static final int LEAST_DIFFERENT = 2;

  private final Family family;
  private final Release release;
  private final Respects respects;

  private CountsAudit(Family family, Release release) {
    this.family = family;
    this.release = release;
    this.respects = new Respects(family, release.floors());
  }

  /**
   * @return how many pieces were looked at
   * @throws UnprovenRelease if counts of too few people are pinned down, or a number tells of
   *     nearly all of some people what they did
   */
  static int of(Family family, Release release) {
    CountsAudit audit = new CountsAudit(family, release);
    audit.lookAtParticipation();
    audit.lookAtItems();
    int pieces = 0;
    for (Quantity quantity : family.shape().quantities()) {
      Optional<List<Histogram>> counts = audit.respects.counts(quantity);
      if (counts.isPresent()) {
        pieces += audit.look(quantity.key(), counts.get());
      } else {
        audit.lookAtRemainders(quantity.key());
      }
    }
    return pieces;
  }

  /** Words and scores: of each no piece is finer than a remainder. */
  private void lookAtRemainders(String key) {
    int floor = release.floors().distributions();
    for (Answers answers : remainders(key, shown -> isShown(shown.figures().get(key))).values()) {
      switch (answers) {
        case TickCounts ticks -> {
          require(ticks.n() >= floor, key + ", words of fewer than " + floor + " people");
          for (int word = 0; word < ticks.options(); word++) {
            require(
                ticks.n() - ticks.count(word) >= LEAST_DIFFERENT,
                key + ", nearly all of some people chose a word");
          }
        }
        case Moments moments ->
            require(moments.variance() > 0, key + ", all of some people have one score");
        case Histogram levels -> throw new UnprovenRelease(key + " has levels");
      }
    }
  }

  private int look(String key, List<Histogram> own) {
    boolean[] numbers = where(shown -> isShown(shown.figures().get(key)));
    boolean[] counts = where(shown -> isFine(shown.figures().get(key)));
    Pieces pieces = Pieces.of(family.tree(), own, numbers, counts);
    for (Pieces.Piece piece : pieces.all()) {
      require(isVaried(piece.answers()), key + ", nearly all of some people answered alike");
    }
    List<List<Integer>> pinned = pieces.pinned(release.floors().distributions());
    require(
        pinned.isEmpty(),
        "%s, the counts of %d sets of fewer than %d people could be worked out"
            .formatted(key, pinned.size(), release.floors().distributions()));
    return pieces.all().size();
  }

  /** An item hidden by itself is the score minus the others; who answered some is what is left. */
  private void lookAtItems() {
    for (Composite composite : family.shape().composites()) {
      boolean[] some =
          where(shown ->
              composite.items().stream().anyMatch(item -> isShown(shown.figures().get(item))));
      boolean[] all =
          where(shown ->
              composite.items().stream().allMatch(item -> isShown(shown.figures().get(item))));
      require(
          Arrays.equals(some, all), composite.score() + ", some items are shown and others hidden");
      for (Answers answers :
          remainders(
                  composite.partial(),
                  shown -> isShown(shown.figures().get(composite.items().getFirst())))
              .values()) {
        long people = answers instanceof Histogram partial ? partial.count(1) : 0;
        require(
            people == 0 || people >= release.floors().numbers(),
            composite.score() + ", too few people answered a part of the items");
      }
    }
  }

  private void lookAtParticipation() {
    List<Histogram> own =
        IntStream.range(0, family.tree().size())
            .mapToObj(place -> Responses.own(family, place))
            .toList();
    boolean[] none = new boolean[own.size()];
    for (Pieces.Piece piece : Pieces.of(family.tree(), own, where(shown -> true), none).all()) {
      require(piece.answers().count(1) > 0, "who took part, nobody did of some people");
    }
    boolean[] told = where(shown -> shown.respondents().isPresent());
    for (Pieces.Piece piece : Pieces.of(family.tree(), own, told, none).all()) {
      require(
          !family.isRosterKnown() || isVaried(piece.answers()),
          "who took part, nearly all of some people did, or did not");
    }
  }

  private SortedMap<Integer, Answers> remainders(String key, Predicate<UnitRelease.Shown> isShown) {
    List<Answers> own =
        IntStream.range(0, family.tree().size())
            .mapToObj(place -> family.own(place).answers(key))
            .toList();
    return Pieces.remainders(family.tree(), own, where(isShown), Answers::merge);
  }

  private boolean[] where(Predicate<UnitRelease.Shown> holds) {
    boolean[] where = new boolean[family.tree().size()];
    for (int place = 0; place < where.length; place++) {
      where[place] =
          release.unit(family.tree().id(place)) instanceof UnitRelease.Shown shown
              && holds.test(shown);
    }
    return where;
  }

  private static boolean isFine(@Nullable Figure figure) {
    return figure instanceof Figure.Distribution
        || (figure instanceof Figure.Mean mean && mean.isOwnSd());
  }

  private static boolean isShown(@Nullable Figure figure) {
    return figure != null && !(figure instanceof Figure.HiddenFigure);
  }

  private static boolean isVaried(Histogram answers) {
    long commonest = 0;
    for (int level = answers.min(); level <= answers.max(); level++) {
      commonest = Math.max(commonest, answers.count(level));
    }
    return answers.n() - commonest >= LEAST_DIFFERENT;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new UnprovenRelease("The release is not shown: of " + what);
    }
  }
}
