package nl.onderstroom.server.survey;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.summary.SummaryShape;
import nl.onderstroom.server.tabular.CsvRows.Row;

/**
 * What the command line takes out of a row beside its answers: scores of drivers, who acted, and
 * where people stand.
 */
final class AnalystRows {
  private final Optional<DriverScores> scores;
  private final Optional<TeamActions> actions;
  private final Optional<StanceAnswers> stances;

  AnalystRows(SurveyMap map, Header header, SummaryShape shape, boolean commas) {
    this.scores =
        map.drivers().isEmpty()
            ? Optional.empty()
            : Optional.of(new DriverScores(map, header, shape, commas));
    this.actions =
        Optional.ofNullable(map.treated())
            .map(treated -> new TeamActions(header.place(treated.column()), treated.column()));
    this.stances =
        Optional.ofNullable(map.stance()).map(each -> new StanceAnswers(each, header, shape));
  }

  void read(Row row, List<String> team, ScaleCells.Complaint complaint) {
    scores.ifPresent(each -> each.read(row, complaint));
    actions.ifPresent(each -> each.read(row, team, complaint));
    stances.ifPresent(each -> each.read(row, complaint));
  }

  void keep(String wave, List<String> team, long[] record) {
    scores.ifPresent(each -> each.keep(wave, team, record));
    stances.ifPresent(each -> each.keep(wave, record));
  }

  /** What only the whole file can tell to be wrong. */
  List<Finding> findings(Collection<String> waves) {
    return actions.map(each -> each.findings(waves)).orElse(List.of());
  }

  Optional<DriverScores> scores() {
    return scores;
  }

  Optional<TeamActions> actions() {
    return actions;
  }

  Optional<StanceAnswers> stances() {
    return stances;
  }
}
