package nl.onderstroom.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.answers.AnswerBox;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.ballots.Issuing;
import nl.onderstroom.server.database.NamelessDatabase;
import nl.onderstroom.server.database.PeopleDatabase;
import nl.onderstroom.server.insight.Publishing;
import nl.onderstroom.server.people.RosterImport;
import nl.onderstroom.server.rounds.CutKind;
import nl.onderstroom.server.rounds.EntryCode;
import nl.onderstroom.server.rounds.Questionnaire;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Lets the example company live its six rounds, and begins a seventh, through the same doors as
 * everybody: roster, issuing, answers, closing, publishing. Done before the first page answers, and
 * once; all of it or nothing.
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
  private final Rounds rounds;
  private final Issuing issuing;
  private final AnswerBox box;
  private final Closing closing;
  private final Publishing publishing;
  private final PeopleDatabase people;
  private final NamelessDatabase nameless;

  DemoSeeding(
      Company company,
      @Value("${onderstroom.demo.seed:" + Company.DEFAULT_SEED + "}") long seed,
      RosterImport roster,
      Rounds rounds,
      Issuing issuing,
      AnswerBox box,
      Closing closing,
      Publishing publishing,
      PeopleDatabase people,
      NamelessDatabase nameless) {
    this.company = company;
    this.simulation = new Simulation(company, seed);
    this.roster = roster;
    this.rounds = rounds;
    this.issuing = issuing;
    this.box = box;
    this.closing = closing;
    this.publishing = publishing;
    this.people = people;
    this.nameless = nameless;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!rounds.list().isEmpty()) {
      return;
    }
    LOG.info("The example company lives its first year and a half: a few seconds.");
    readRoster();
    people.inTransaction(() -> nameless.inTransaction(this::live));
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
      List<Sheet> sheets = simulation.round(number);
      RoundId round = open(number);
      answer(round, sheets);
      Rounds.on(day, () -> closing.close(round));
      publishing.publish(round);
    }
    answer(open(Simulation.ROUNDS + 1), ofOthers(simulation.round(Simulation.ROUNDS)));
  }

  private RoundId open(int number) {
    RoundId round =
        rounds.draft("Polsslag " + number, FLOOR, Questionnaire.FIRST, Set.of(CutKind.ROLE_FAMILY));
    issuing.begin(round);
    box.open(round);
    return round;
  }

  private void answer(RoundId round, List<Sheet> sheets) {
    Map<Integer, Person> byNumber =
        company.people().stream().collect(Collectors.toMap(Person::number, Function.identity()));
    for (Sheet sheet : sheets) {
      Person person = byNumber.get(sheet.person());
      if (person != null) {
        EntryCode entry = issuing.sign(round, new Identity(person.email(), person.name()));
        box.drop(
            round,
            entry,
            nl.onderstroom.server.answers.Sheet.of(Questionnaire.FIRST, sheet.answers()));
      }
    }
  }

  /** Without the personas: they have yet to answer the open round. */
  private List<Sheet> ofOthers(List<Sheet> sheets) {
    Set<Integer> personas =
        Arrays.stream(Persona.values())
            .map(each -> company.person(each).number())
            .collect(Collectors.toSet());
    return sheets.stream().filter(sheet -> !personas.contains(sheet.person())).toList();
  }
}
