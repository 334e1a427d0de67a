package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.onderstroom.server.answers.Closing;
import nl.onderstroom.server.rounds.RoundId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While a round runs, and until its outcome is shared, no page tells anybody anything about it. */
@Tag("database")
class NoLiveResultsTest {
  private static final String MAIL = "@oeverman.example";
  private static final int OPEN = 7;
  private static final List<String> LOOKING =
      List.of(
          "marleen.dekker",
          "kofi.mensah",
          "hanneke.oeverman",
          "samira.el.idrissi",
          "wim.verschuren",
          "dewi.tan");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/iceberg",
          "/rounds",
          "/rounds/6",
          "/rounds/7",
          "/rounds/6/iceberg",
          "/rounds/7/iceberg",
          "/my-rounds/7",
          "/history",
          "/people");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"");

  @Test
  void whenSomebodyAnswersNoPageOfAnybodyElseChanges() {
    try (House house = House.demo()) {
      Map<String, Guest> guests = new LinkedHashMap<>();
      for (String name : LOOKING) {
        var guest = new Guest(house.url());
        guest.be(name + MAIL);
        guests.put(name, guest);
      }
      Map<String, String> before = pages(guests);
      assertThat(before.get("samira.el.idrissi at /rounds/7")).startsWith("200");
      answer(house, "fatma.yildiz");
      assertThat(pages(guests)).isEqualTo(before);

      house.bean(Closing.class).close(new RoundId(OPEN));
      for (String name : LOOKING) {
        assertThat(pages(guests).get(name + " at /rounds/7/iceberg")).startsWith("404");
        assertThat(pages(guests).get(name + " at /iceberg"))
            .isEqualTo(before.get(name + " at /iceberg"));
      }
    }
  }

  private static Map<String, String> pages(Map<String, Guest> guests) {
    Map<String, String> pages = new LinkedHashMap<>();
    guests.forEach((name, guest) -> {
      for (String page : PAGES) {
        Guest.Answer answer = guest.get(page);
        pages.put(
            name + " at " + page,
            answer.status() + TOKEN.matcher(answer.body()).replaceAll("token"));
      }
    });
    return pages;
  }

  /** With the ballot that the example company has for her. */
  private static void answer(House house, String name) {
    String round = Integer.toString(OPEN);
    Voter voter = Voter.persona(house.url(), house.answersUrl(), name + MAIL, round);
    assertThat(voter.fetch(round).status()).isEqualTo(200);
    assertThat(voter.look(round).result()).isEqualTo("none");
    assertThat(voter.answer(round, 1).result()).isEqualTo("counted");
    assertThat(voter.look(round).result()).isEqualTo("stored");
  }
}
