package nl.onderstroom.server.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.rounds.Cohort;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a programme lead is told beforehand, at a firm of two teams of ten and what comes to it. */
@Tag("database")
class PreviewTest {
  private static final int SMALL = 3;

  private final Firm firm = new Firm();

  @AfterEach
  void close() {
    firm.close();
  }

  @Test
  void aTeamThatIsLargeEnoughIsToldToHaveItsOwnResult() {
    assertThat(told(Floors.DEFAULT))
        .containsExactly(
            "Oever: 20 people, all yes, most yes",
            "kantoor: 10 people, all yes, most yes",
            "werkplaats: 10 people, all yes, most yes");
    assertThat(preview(Floors.DEFAULT).heardIfAll()).isEqualTo(20);
    assertThat(preview(Floors.DEFAULT).neverHeard()).isZero();
  }

  @Test
  void aTeamThatIsJustLargeEnoughNeedsEverybody() {
    Floors strict = new Floors(8, 10);
    assertThat(told(strict))
        .containsExactly(
            "Oever: 20 people, all yes, most yes",
            "kantoor: 10 people, all yes, most no",
            "werkplaats: 10 people, all yes, most no");
    assertThat(preview(strict).heardIfAll()).isEqualTo(20);
    assertThat(preview(strict).heardIfUsual()).isZero();
    assertThat(preview(strict).neverHeard()).isZero();
  }

  @Test
  void aSmallTeamIsToldWhereItCountsAndHowManyPeopleThatIs() {
    directors(8);
    nightShift();
    assertThat(told(Floors.DEFAULT))
        .containsExactly(
            "Oever: 31 people, all yes, most yes",
            "kantoor: 10 people, all yes, most yes",
            "nacht: 3 people, all no, most no, in Oever",
            "werkplaats: 10 people, all yes, most yes");
    assertThat(preview(Floors.DEFAULT).neverHeard()).isEqualTo(SMALL);
    assertThat(preview(Floors.DEFAULT).heardIfAll()).isEqualTo(28);
  }

  @Test
  void aSmallTeamWithNobodyBesideItTakesALargerTeamAlong() {
    nightShift();
    assertThat(told(Floors.DEFAULT))
        .containsExactly(
            "Oever: 23 people, all yes, most yes",
            "kantoor: 10 people, all no, most no, in Oever",
            "nacht: 3 people, all no, most no, in Oever",
            "werkplaats: 10 people, all yes, most yes");
  }

  @Test
  void whatIsToldIsWhatTheRoundFreezes() {
    directors(8);
    nightShift();
    Preview preview = preview(Floors.DEFAULT);
    RoundId round = firm.issuing();
    List<Cohort> cohorts = firm.room(Rounds.class).listCohorts(round);
    assertThat(preview.cohorts()).isEqualTo(cohorts.size()).isEqualTo(3);
    assertThat(preview.people()).isEqualTo(cohorts.stream().mapToInt(Cohort::people).sum());
    assertThat(preview.smallest())
        .isEqualTo(cohorts.stream().mapToInt(Cohort::people).min().orElseThrow());
  }

  @Test
  void ofAGroupAcrossTheTeamsItIsToldHowManyCountInItAndThatIsWhatTheRoundFreezes() {
    officeInTheWorkshopToo();
    RoundId round =
        firm.room(Rounds.class)
            .draft("Kijk", Firm.FLOOR, Questionnaire.FIRST, Set.of(CutKind.ROLE_FAMILY));
    People people = firm.room(People.class);
    Preview preview =
        Preview.of(
            Grouping.of(
                people.listUnits(), people.listPeople(), Firm.FLOOR, Set.of(CutKind.ROLE_FAMILY)),
            Floors.DEFAULT);
    assertThat(preview.cuts())
        .extracting(each ->
            "%s: %d people, %d count, all %b, most %b"
                .formatted(
                    each.cut().name(), each.people(), each.counted(), each.ifAll(), each.ifUsual()))
        .containsExactly(
            "Kantoor: 14 people, 10 count, all true, most true",
            "Montage: 6 people, 0 count, all false, most false");
    firm.room(Issuing.class).begin(round);
    assertThat(
            firm.room(Rounds.class).listCohorts(round).stream()
                .filter(cohort -> !cohort.cuts().isEmpty())
                .mapToInt(Cohort::people)
                .sum())
        .isEqualTo(preview.counted(CutKind.ROLE_FAMILY))
        .isEqualTo(10);
  }

  @Test
  void byUnitOnlyNothingIsToldOfOtherGroups() {
    officeInTheWorkshopToo();
    assertThat(preview(Floors.DEFAULT).cuts()).isEmpty();
  }

  /** The office does one kind of work, the workshop two: four there work as in the office. */
  private void officeInTheWorkshopToo() {
    firm.owner()
        .sql(
            """
            update person set role_family =
              case when number::int < 14 then 'Kantoor' else 'Montage' end
            """)
        .update();
  }

  @Test
  void aLongListIsFoldedAndNothingIsLeftOut() {
    for (int team = 0; team < 80; team++) {
      unit("ploeg " + team, team < 40 ? "kantoor" : "werkplaats");
      for (int i = 0; i < 8; i++) {
        firm.hire(1000 + team * 10 + i, "ploeg " + team);
      }
    }
    Preview preview = preview(Floors.DEFAULT);
    assertThat(preview.first())
        .extracting(Preview.Row::name)
        .containsExactly("Oever", "kantoor", "werkplaats");
    assertThat(preview.folded())
        .extracting(branch -> branch.name() + " " + branch.rows().size())
        .containsExactly("kantoor 40", "werkplaats 40");
  }

  @Test
  void withoutPeopleThereIsNothingToTell() {
    firm.owner().sql("delete from person where number::int > 3").update();
    assertThatThrownBy(() -> preview(Floors.DEFAULT))
        .isInstanceOf(Refusal.class)
        .hasMessage("422 ballots.too-few");
  }

  private void directors(int people) {
    for (int i = 0; i < people; i++) {
      firm.hire(100 + i, "oever");
    }
  }

  private void nightShift() {
    unit("nacht", "oever");
    for (int i = 0; i < SMALL; i++) {
      firm.hire(200 + i, "nacht");
    }
  }

  private void unit(String name, String above) {
    firm.owner()
        .sql(
            "insert into unit (name, code, parent_id) select :name, :name, id from unit where code = :above")
        .param("name", name)
        .param("above", above)
        .update();
  }

  private List<String> told(Floors floors) {
    return preview(floors).rows().stream()
        .map(row ->
            "%s: %d people, all %s, most %s%s"
                .formatted(
                    row.name(),
                    row.people(),
                    row.ifAll() ? "yes" : "no",
                    row.ifUsual() ? "yes" : "no",
                    row.elsewhere().map(where -> ", in " + where).orElse("")))
        .toList();
  }

  private Preview preview(Floors floors) {
    People people = firm.room(People.class);
    return Preview.of(
        Grouping.of(people.listUnits(), people.listPeople(), floors.numbers(), Set.of()), floors);
  }
}
