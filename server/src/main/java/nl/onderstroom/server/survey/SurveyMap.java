package nl.onderstroom.server.survey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.onderstroom.server.rounds.Label;
import nl.onderstroom.server.rounds.Layer;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file of answers are.
 *
 * @param team columns with the unit, from the top of the tree down; at least one
 * @param wave column that says when was asked; null when the file has one wave
 * @param scales at least one; a column is an item of one scale only
 * @param outcome the scale or column that drivers are to explain; null when there is none
 * @param drivers scales or columns; empty when there are none
 * @param treated how to know when a team acted; null when that is not told
 * @param stance what tells where people stand; null when that is not told
 */
public record SurveyMap(
    List<String> team,
    @Nullable String wave,
    List<MappedScale> scales,
    @Nullable String outcome,
    List<String> drivers,
    @Nullable Treated treated,
    @Nullable StanceScales stance) {
  public SurveyMap {
    team = List.copyOf(team);
    scales = List.copyOf(scales);
    drivers = List.copyOf(drivers);
  }

  /**
   * Items that measure one thing.
   *
   * @param name letters, digits, dashes and underscores
   * @param items columns
   * @param reversed those of the items of which a high answer says less of it
   * @param min lowest answer of every item
   * @param max highest answer of every item
   */
  public record MappedScale(
      String name,
      Label label,
      Layer layer,
      List<String> items,
      Set<String> reversed,
      int min,
      int max) {
    public MappedScale {
      items = List.copyOf(items);
      reversed = Set.copyOf(reversed);
    }
  }

  /**
   * When teams acted.
   *
   * @param column with the first wave in which the row's team acted
   * @param less names of the scales of which less is better
   */
  public record Treated(String column, Set<String> less) {
    public Treated {
      less = Set.copyOf(less);
    }
  }

  /**
   * Where people stand towards what changes: two scales that are two axes.
   *
   * @param expectancy name of a scale from {@value #MIN} to {@value #MAX}: how much good people
   *     expect
   * @param threat name of another, likewise: how much they fear
   * @param named column with the stance that people named themselves; null when there is none
   */
  public record StanceScales(String expectancy, String threat, @Nullable String named) {
    static final int MIN = 1;
    static final int MAX = 5;
  }

  /** The scale of that name, if there is one. */
  Optional<MappedScale> find(String name) {
    return scales.stream().filter(scale -> scale.name().equals(name)).findFirst();
  }

  /** Every column that the file must have. */
  List<String> columns() {
    return Stream.of(
            team.stream(),
            Stream.ofNullable(wave),
            scales.stream().flatMap(scale -> scale.items().stream()),
            Stream.concat(Stream.ofNullable(outcome), drivers.stream())
                .filter(name -> find(name).isEmpty()),
            Stream.ofNullable(treated).map(Treated::column),
            Stream.ofNullable(stance).flatMap(each -> Stream.ofNullable(each.named())))
        .flatMap(columns -> columns)
        .distinct()
        .toList();
  }
}
