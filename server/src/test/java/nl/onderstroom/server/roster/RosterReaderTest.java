package nl.onderstroom.server.roster;

import static nl.onderstroom.server.roster.RosterFile.HEADING;
import static nl.onderstroom.server.roster.RosterFile.inShort;
import static nl.onderstroom.server.roster.RosterFile.lines;
import static nl.onderstroom.server.roster.RosterFile.problem;
import static nl.onderstroom.server.roster.RosterFile.problems;
import static nl.onderstroom.server.roster.RosterFile.roster;
import static nl.onderstroom.server.roster.RosterFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.onderstroom.server.access.Role;
import org.junit.jupiter.api.Test;

/** A roster as text: what is accepted, and what the people who made the file get to read. */
class RosterReaderTest {

  @Test
  void readsWhoWorksWhere() {
    Roster roster =
        roster(
            lines(
                "1002,Sem Bakker,Sem.Bakker@Oever.example,Oever / Zorg,yes,programme;council",
                "1001,Noor de Wit,,Oever,no,"));
    assertThat(roster.units()).extracting(UnitPath::text).containsExactly("Oever", "Oever / Zorg");
    assertThat(roster.people())
        .containsExactly(
            new RosterPerson(
                "1001", "Noor de Wit", Optional.empty(), new UnitPath("Oever"), false, Set.of()),
            new RosterPerson(
                "1002",
                "Sem Bakker",
                Optional.of("sem.bakker@oever.example"),
                new UnitPath("Oever / Zorg"),
                true,
                Set.of(Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL)));
  }

  @Test
  void readsDutchHeadingsInAnyOrderAndAnySeparator() {
    Roster english = roster(lines("7,Aïcha,a@o.example,Oever / Zorg,yes,leader"));
    for (String separator : List.of(";", ",", "\t")) {
      for (String mark : List.of("", "\ufeff")) {
        String file =
            """
            Rollen;E-Mail;AFDELING;leidinggevende;Personeelsnummer;Naam
            directie;a@o.example;Oever / Zorg;ja;7;Aïcha
            """;
        assertThat(text(mark + file.replace(";", separator).replace("\n", "\r\n")))
            .isEqualTo(english);
      }
    }
  }

  @Test
  void readsWhichGroupsSomebodyIsIn() {
    Roster roster =
        roster(
            text(
                """
                personeelsnummer;naam;afdeling;vestiging;functiegroep;diensttijd
                1;Noor;Oever;Zwolle;Zorg;tot 5 jaar
                2;Sem;Oever;;;
                """));
    assertThat(roster.people())
        .extracting(RosterPerson::traits)
        .containsExactly(
            new Traits(Optional.of("Zwolle"), Optional.of("Zorg"), Optional.of("tot 5 jaar")),
            Traits.NONE);
  }

  @Test
  void refusesAGroupForAlmostEveryPerson() {
    var file = new StringBuilder("person,name,unit,tenure\n");
    for (int person = 1; person <= 60; person++) {
      file.append(person).append(",N,Oever,since 3-").append(person).append('\n');
    }
    assertThat(problem(text(file.toString())))
        .startsWith("42 tenure \"since 3-41\" too-many-values");
    assertThat(problem(text("person,name,unit,site\n1,N,Oever," + "x".repeat(61) + "\n")))
        .contains("cell-too-long");
  }

  @Test
  void readsTheExamplesItOffers() {
    for (String language : List.of("nl", "en")) {
      byte[] example = RosterCsv.example(Locale.of(language));
      assertThat(roster(RosterFile.bytes(example)).people()).hasSize(5);
    }
  }

  @Test
  void makesOneSpellingOfSpacesAndAccents() {
    Roster composed = roster(lines("7,Aïcha El Amrani,,Oever / Één,no,"));
    assertThat(lines("7 ,  Aïcha  El Amrani ,,Oever  /  E\u0301e\u0301n,no,")).isEqualTo(composed);
  }

  @Test
  void putsSeveralTopsUnderTheWholeOrganisation() {
    assertThat(roster(lines("1,A,,Zorg / Oost,,", "2,B,,Kantoor,,")).units())
        .extracting(UnitPath::text)
        .containsExactly(
            "De hele organisatie",
            "De hele organisatie / Kantoor",
            "De hele organisatie / Zorg",
            "De hele organisatie / Zorg / Oost");
  }

  @Test
  void readsUnitsWithTheUnitAbove() {
    Roster byParent =
        roster(
            text(
                """
                unit;parent_unit;person;name
                Oost;Zorg;2;Sem
                Zorg;Oever;;
                Oever;;1;Noor
                """));
    assertThat(byParent)
        .isEqualTo(text("person;name;unit\n1;Noor;Oever\n2;Sem;Oever / Zorg / Oost\n"));
  }

  @Test
  void keepsAUnitInWhichNobodyWorks() {
    assertThat(roster(lines("1,A,,Oever,,", ",,,Oever / Leeg,,")).units())
        .extracting(UnitPath::text)
        .containsExactly("Oever", "Oever / Leeg");
  }

  @Test
  void orderOfRowsMakesNoDifference() {
    assertThat(lines("1,A,,X,,", "2,B,,X / Y,,")).isEqualTo(lines("2,B,,X / Y,,", "1,A,,X,,"));
  }

  @Test
  void skipsEmptyLines() {
    assertThat(problem(lines("1,A,,X,,", "", ",,,,,", "1,B,,X,,")))
        .isEqualTo("5 person \"1\" twice [2]");
  }

  @Test
  void namesEveryCellThatWontDo() {
    assertThat(problem(lines(",A,,X,,"))).isEqualTo("2 person \"\" number-missing []");
    assertThat(problem(lines("1 2,A,,X,,"))).isEqualTo("2 person \"1 2\" number-shape []");
    assertThat(problem(lines("1,,,X,,"))).isEqualTo("2 name \"\" name-missing []");
    assertThat(problem(lines("1,A,,,,"))).isEqualTo("2 unit \"\" unit-missing []");
    assertThat(problem(lines("1,A,no at,X,,"))).isEqualTo("2 email \"no at\" email-shape []");
    assertThat(problem(lines("1,A,,X,perhaps,"))).isEqualTo("2 lead \"perhaps\" lead-word []");
    assertThat(problem(lines("1,A,,X,,boss"))).isEqualTo("2 roles \"boss\" role-word []");
    assertThat(problem(lines("1,A,,X / / Y,,")))
        .isEqualTo("2 unit \"X / / Y\" unit-name-missing []");
    assertThat(problem(lines("1,A,,X,,", "2,B,,X / y,,", "3,C,,X / Y,,")))
        .isEqualTo("4 unit \"X / Y\" unit-spelling [X / y, 3]");
  }

  @Test
  void namesNumbersAndAddressesThatAreThereTwice() {
    assertThat(problem(lines("1,A,,X,,", "2,B,,X,,", "1,C,,X,,")))
        .isEqualTo("4 person \"1\" twice [2]");
    assertThat(problem(lines("1,A,a@o.example,X,,", "2,B,A@O.example,X,,")))
        .isEqualTo("3 email \"a@o.example\" twice [2]");
  }

  @Test
  void refusesTextsThatBecomeFormulasInASpreadsheet() {
    for (String start : List.of("=", "+", "-", "@", "＝")) {
      assertThat(problem(lines("1," + start + "HYPERLINK(),,X,,")))
          .isEqualTo("2 name \"" + start + "HYPERLINK()\" formula-start []");
      assertThat(problem(lines("1,A,,X / " + start + "1,,")))
          .isEqualTo("2 unit \"X / " + start + "1\" formula-start []");
    }
    assertThat(problem(lines("1,\"\tA\",,X,,"))).isEqualTo("2 name \"U+0009A\" formula-start []");
    assertThat(problem(lines("1,\"\rA\",,X,,"))).isEqualTo("2 name \"U+000DA\" formula-start []");
  }

  @Test
  void refusesWhatCannotBeSeen() {
    assertThat(problem(lines("1,\"A\nB\",,X,,")))
        .isEqualTo("2 name \"AU+000AB\" control-character []");
    assertThat(problem(lines("1,A,,X\u202eY,,")))
        .isEqualTo("2 unit \"XU+202EY\" control-character []");
    assertThat(problem(lines("1,A\u0000,,X,,")))
        .isEqualTo("2 name \"AU+0000\" control-character []");
  }

  @Test
  void refusesLongCellsAndDeepTrees() {
    String longest = "n".repeat(200);
    assertThat(roster(lines("1," + longest + ",,X / " + longest + ",,")).people()).hasSize(1);
    assertThat(problem(lines("1," + longest + "n,,X,,")))
        .isEqualTo("2 name \"" + "n".repeat(60) + "…\" cell-too-long [200, 201]");
    assertThat(problem(lines("1,A,,X / " + longest + "n,,"))).contains("unit", "cell-too-long");
    String deepest = "U" + " / U".repeat(39);
    assertThat(roster(lines("1,A,," + deepest + ",,")).units()).hasSize(40);
    assertThat(problem(lines("1,A,," + deepest + " / U,,")))
        .contains("2 unit", "unit-too-deep [40]");
    assertThat(problem(lines("1,A,," + deepest + ",,", "2,B,,V,,"))).contains("unit-too-deep [40]");
  }

  @Test
  void refusesTooManyUnits() {
    var file = new StringBuilder(HEADING);
    for (int i = 0; i < 5_000; i++) {
      file.append(i).append(",A,,X / ").append(i).append(",,\n");
    }
    assertThat(problem(text(file.toString()))).isEqualTo("0  \"\" too-many-units [5000]");
  }

  @Test
  void refusesTooManyRows() {
    var file = new StringBuilder(HEADING);
    for (int i = 0; i <= 200_000; i++) {
      file.append(i).append(",A,,X,,\n");
    }
    assertThat(problem(text(file.toString()))).isEqualTo("200002  \"\" too-many-rows [200000]");
  }

  @Test
  void refusesALargeFileWithoutReadingIt() {
    assertThat(problem(RosterFile.bytes(new byte[(20 << 20) + 1])))
        .isEqualTo("0  \"\" file-too-large [20]");
  }

  @Test
  void namesWhatIsWrongWithTheHeadings() {
    assertThat(problem(text("person,name\n1,A\n")))
        .isEqualTo("1  \"person, name\" heading-missing [unit / afdeling]");
    assertThat(problem(text("person,name,naam,unit\n1,A,B,X\n")))
        .isEqualTo("1  \"naam\" heading-twice [name / naam]");
    assertThat(problem(text("person,name,unit,salary\n1,A,X,9\n")))
        .startsWith("1  \"salary\" heading-unknown");
    assertThat(problem(text("person,name,unit,\n1,A,X,9\n"))).isEqualTo("2  \"9\" no-heading []");
    assertThat(problem(text(""))).startsWith("0  \"\" file-empty");
    assertThat(problem(text("\ufeff\n\n"))).startsWith("0  \"\" file-empty");
    assertThat(problem(text(HEADING))).isEqualTo("0  \"\" nobody []");
    assertThat(problem(lines(",,,Oever,,"))).isEqualTo("0  \"\" nobody []");
  }

  @Test
  void namesRowsThatAreTooShortOrTooLong() {
    assertThat(problem(lines("1,A,,X,,", "2,B,,X,"))).startsWith("3 ").endsWith("ragged [5, 6]");
    assertThat(problem(lines("1,Wit, N. de,,X,,"))).startsWith("2 ").endsWith("ragged [7, 6]");
  }

  @Test
  void namesTheLineOfAQuotationMarkThatIsNeverClosed() {
    assertThat(problems(lines("1,\"A\nB\",,X,,", "2,\"C,,X,,", "3,D,,X,,")))
        .extracting(RosterProblem::line)
        .as("a cell of two lines counts as two")
        .containsExactly(2, 4);
    assertThat(problem(lines("1,A,,X,,", "2,\"C,,X,,", "3,D,,X,,")))
        .isEqualTo("3  \"\"\" quote-open []");
    assertThat(problem(lines("1,\"A\"B,,X,,"))).isEqualTo("2  \"\"\" quote-followed []");
  }

  @Test
  void namesTheFirstByteThatIsNotUtf8() {
    byte[] old =
        (HEADING + "1,Noor,,X,,\n2,Zoë,,X,,\n")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(problem(RosterFile.bytes(old))).isEqualTo("3  \"ë\" encoding [5, EB]");
    byte[] wide = HEADING.getBytes(java.nio.charset.StandardCharsets.UTF_16);
    assertThat(problem(RosterFile.bytes(wide))).isEqualTo("0  \"UTF-16\" utf-16 []");
    byte[] cutOff = (HEADING + "1,Noë").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(problem(RosterFile.bytes(java.util.Arrays.copyOf(cutOff, cutOff.length - 1))))
        .isEqualTo("2  \"Ã\" encoding [5, C3]");
  }

  @Test
  void namesUnknownParentsAndCircles() {
    String heading = "person,name,unit,parent_unit\n";
    assertThat(problem(text(heading + "1,A,Oever,\n2,B,Oost,Zorg\n")))
        .isEqualTo("3 parent_unit \"Zorg\" parent-unknown []");
    assertThat(problem(text(heading + "1,A,Oever,\n2,B,P,Q\n3,C,Q,R\n4,D,R,P\n5,E,S,P\n")))
        .isEqualTo("3 parent_unit \"Q\" cycle [P → Q → R → P]");
    assertThat(problem(text(heading + "1,A,Oever,Oever\n")))
        .isEqualTo("2 parent_unit \"Oever\" cycle [Oever → Oever]");
    assertThat(problem(text(heading + "1,A,X,\n2,B,Y,X\n3,C,Z,X\n4,D,Y,Z\n")))
        .isEqualTo("5 parent_unit \"Z\" parent-differs [X, 3]");
    assertThat(problem(text(heading + "1,A,X / Y,\n2,B,X,\n")))
        .isEqualTo("2 unit \"X / Y\" unit-is-path []");
    assertThat(problem(text(heading + "1,A,X,\n2,B,Y,X\n3,C,y,X\n")))
        .isEqualTo("4 unit \"y\" unit-spelling [Y, 3]");
  }

  @Test
  void aRowWithAnotherFaultStillSaysItsUnit() {
    String heading = "person,name,email,unit,parent_unit\n";
    assertThat(problem(text(heading + "1,A,wrong,Oever,\n2,B,,Zorg,Oever\n")))
        .isEqualTo("2 email \"wrong\" email-shape []");
  }

  @Test
  void namesAHundredProblemsAndCountsTheRest() {
    var file = new StringBuilder(HEADING);
    for (int i = 0; i < 250; i++) {
      file.append(i).append(",,,X,,\n");
    }
    var problems = (RosterProblems) text(file.toString());
    assertThat(problems.first()).hasSize(100);
    assertThat(problems.more()).isEqualTo(150);
    assertThat(problems(text(file.toString())).getLast().line()).isEqualTo(101);
  }

  @Test
  void namesTwoFaultsInOneRow() {
    assertThat(problems(lines("1,=A,wrong,X,,")))
        .extracting(problem -> inShort(problem))
        .containsExactlyInAnyOrder(
            "2 name \"=A\" formula-start []", "2 email \"wrong\" email-shape []");
  }
}
