package nl.onderstroom.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.ballots.Issuing;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.insight.Publishing;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.PersonId;
import nl.onderstroom.server.people.RosterImport;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Lets the example company live its six rounds, and begins two more: the roster, the groups, the
 * summaries and what is shown come about as everybody's do. Only the ballots of the past are left
 * out; see {@link RunningRounds} for those of today. Done before the first page answers, and once;
 * all of it or nothing.
 */
@Component
@ConditionalOnProperty("onderstroom.demo")
class DemoSeeding implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(DemoSeeding.class);
  private static final int FLOOR = 7;
  private static final int MONTHS_BETWEEN_ROUNDS = 3;
  private static final int DAYS_SINCE_LAST = 24;

  private final Company company;
  private final Simulation simulation;
  private final RosterImport roster;
  private final People people;
  private final Rounds rounds;
  private final Issuing issuing;
  private final Closing closing;
  private final Publishing publishing;
  private final PeopleDatabase named;
  private final NamelessDatabase nameless;

  DemoSeeding(
      Company company,
      Simulation simulation,
      RosterImport roster,
      People people,
      Rounds rounds,
      Issuing issuing,
      Closing closing,
      Publishing publishing,
      PeopleDatabase named,
      NamelessDatabase nameless) {
    this.company = company;
    this.simulation = simulation;
    this.roster = roster;
    this.people = people;
    this.rounds = rounds;
    this.issuing = issuing;
    this.closing = closing;
    this.publishing = publishing;
    this.named = named;
    this.nameless = nameless;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!rounds.list().isEmpty()) {
      return;
    }
    LOG.info("The example company lives its first year and a half: a few seconds.");
    readRoster();
    named.inTransaction(() -> nameless.inTransaction(this::live));
  }

  private void readRoster() {
    byte[] csv = company.rosterCsv().getBytes(StandardCharsets.UTF_8);
    try {
      roster.apply(new ByteArrayInputStream(csv), "roster.csv");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void live() {
    for (int number = 1; number <= Simulation.ROUNDS; number++) {
      LocalDate day =
          LocalDate.now(ZoneId.systemDefault())
              .minusDays(DAYS_SINCE_LAST)
              .minusMonths((long) MONTHS_BETWEEN_ROUNDS * (Simulation.ROUNDS - number));
      RoundId round = begin(number);
      List<String> voices = Voices.of(number);
      var sheets = byCohort(round, simulation.round(number));
      Rounds.on(day, () -> closing.closeWith(round, sheets, voices));
      publishing.publish(round);
    }
    begin(RunningRounds.OPEN);
    begin(RunningRounds.HANDING_OUT);
  }

  private RoundId begin(int number) {
    RoundId round =
        rounds.draft(name(number), FLOOR, Questionnaire.FIRST, Set.of(CutKind.ROLE_FAMILY));
    issuing.begin(round);
    return round;
  }

  static String name(int round) {
    return "Polsslag " + round;
  }

  private Map<Integer, List<nl.onderstroom.server.answers.Sheet>> byCohort(
      RoundId round, List<Sheet> sheets) {
    Map<PersonId, Integer> cohorts = issuing.listCohorts(round);
    Map<String, Integer> byNumber =
        people.listPeople().stream()
            .filter(person -> cohorts.containsKey(person.id()))
            .collect(
                Collectors.toMap(
                    nl.onderstroom.server.people.Person::number,
                    person -> cohorts.getOrDefault(person.id(), 0)));
    return sheets.stream()
        .filter(sheet -> byNumber.containsKey(Integer.toString(sheet.person())))
        .collect(
            Collectors.groupingBy(
                sheet -> byNumber.getOrDefault(Integer.toString(sheet.person()), 0),
                Collectors.mapping(
                    sheet ->
                        nl.onderstroom.server.answers.Sheet.of(
                            Questionnaire.FIRST, sheet.answers()),
                    Collectors.toList())));
  }
}
