package nl.onderstroom.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.rounds.Unit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which role may go where: every role at every address of the house. An address that is not decided
 * here fails the test, and so does a decision about an address that is gone.
 */
@Tag("database")
class DoorsTest {
  private static final String MAIL = "@oeverman.example";

  /** Somebody with this role, and with no other but employee; nobody for who is not signed in. */
  private static final Map<String, String> WHO =
      Map.of(
          "nobody", "",
          "employee", "fatma.yildiz",
          "team lead", "kofi.mensah",
          "leader", "hanneke.oeverman",
          "programme", "samira.el.idrissi",
          "council", "wim.verschuren",
          "administrator", "dewi.tan");

  /**
   * {@code in}: the door is open (what is asked for may not exist: no number or secret here does,
   * nor do answers, wallet and keys at this listener); {@code no}: refused with 403; {@code door}:
   * led to the sign-in page.
   */
  private static final String DECISIONS =
      """
      route                                     | nobody | employee | team lead | leader | programme | council | administrator
      GET  /alive                               | in     | in       | in        | in     | in        | in      | in
      ANY  /error                               | in     | in       | in        | in     | in        | in      | in
      POST /language                            | in     | in       | in        | in     | in        | in      | in
      GET  /sign-in                             | in     | in       | in        | in     | in        | in      | in
      POST /sign-in                             | in     | in       | in        | in     | in        | in      | in
      POST /sign-in/persona                     | in     | in       | in        | in     | in        | in      | in
      GET  /sign-in/{secret}                    | in     | in       | in        | in     | in        | in      | in
      POST /sign-in/{secret}                    | in     | in       | in        | in     | in        | in      | in
      GET  /answer/{round}                      | in     | in       | in        | in     | in        | in      | in
      POST /answer/{round}                      | in     | in       | in        | in     | in        | in      | in
      GET  /wallet                              | in     | in       | in        | in     | in        | in      | in
      GET  /keys/{round}                        | in     | in       | in        | in     | in        | in      | in
      GET  /                                    | door   | in       | in        | in     | in        | in      | in
      GET  /my-rounds/{id}                      | door   | in       | in        | in     | in        | in      | in
      POST /my-rounds/{id}/ballot               | door   | in       | in        | in     | in        | in      | in
      GET  /how-it-works                        | door   | in       | in        | in     | in        | in      | in
      GET  /what-we-keep                        | door   | in       | in        | in     | in        | in      | in
      GET  /iceberg                             | door   | in       | in        | in     | in        | in      | in
      GET  /rounds/{id}/iceberg                 | door   | in       | in        | in     | in        | in      | in
      GET  /conversations/new                   | door   | no       | no        | no     | in        | no      | no
      POST /conversations                       | door   | no       | no        | no     | in        | no      | no
      GET  /conversations/{id}                  | door   | in       | in        | in     | in        | in      | in
      GET  /rounds/{id}/worries                 | door   | no       | no        | in     | in        | in      | no
      GET  /rounds                              | door   | no       | no        | no     | in        | in      | no
      GET  /rounds/{id}                         | door   | no       | no        | no     | in        | in      | no
      GET  /rounds/new                          | door   | no       | no        | no     | in        | no      | no
      POST /rounds                              | door   | no       | no        | no     | in        | no      | no
      GET  /rounds/{id}/preview                 | door   | no       | no        | no     | in        | no      | no
      GET  /rounds/{id}/keys                    | door   | no       | no        | no     | in        | in      | no
      POST /rounds/{id}/countersignature        | door   | no       | no        | no     | no        | in      | no
      POST /rounds/{id}/discarding              | door   | no       | no        | no     | in        | no      | no
      POST /rounds/{id}/issuing                 | door   | no       | no        | no     | in        | no      | no
      POST /rounds/{id}/invitations             | door   | no       | no        | no     | in        | no      | no
      POST /rounds/{id}/opening                 | door   | no       | no        | no     | in        | no      | no
      POST /rounds/{id}/closing                 | door   | no       | no        | no     | in        | no      | no
      POST /rounds/{id}/publication             | door   | no       | no        | no     | in        | no      | no
      GET  /floors                              | door   | no       | no        | no     | in        | in      | no
      POST /floors/raising                      | door   | no       | no        | no     | in        | no      | no
      POST /floors/proposals                    | door   | no       | no        | no     | in        | no      | no
      POST /floors/proposals/{id}/agreement     | door   | no       | no        | no     | no        | in      | no
      POST /floors/proposals/{id}/refusal       | door   | no       | no        | no     | no        | in      | no
      POST /floors/proposals/{id}/withdrawal    | door   | no       | no        | no     | in        | no      | no
      GET  /history                             | door   | no       | no        | no     | in        | no      | no
      POST /history                             | door   | no       | no        | no     | in        | no      | no
      GET  /history/new                         | door   | no       | no        | no     | in        | no      | no
      GET  /history/{batch}                     | door   | no       | no        | no     | in        | no      | no
      POST /history/{id}/application            | door   | no       | no        | no     | in        | no      | no
      GET  /people                              | door   | no       | no        | no     | in        | no      | in
      GET  /people/example.csv                  | door   | no       | no        | no     | in        | no      | in
      POST /people/imports                      | door   | no       | no        | no     | in        | no      | in
      GET  /people/imports/new                  | door   | no       | no        | no     | in        | no      | in
      GET  /people/imports/{id}                 | door   | no       | no        | no     | in        | no      | in
      POST /people/imports/{id}/application     | door   | no       | no        | no     | in        | no      | in
      POST /people/imports/{id}/cancellation    | door   | no       | no        | no     | in        | no      | in
      """;

  private static final List<List<String>> TABLE =
      DECISIONS
          .lines()
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .toList();
  private static final List<String> ROLES = TABLE.getFirst().subList(1, TABLE.getFirst().size());

  private static final Map<String, Guest> GUESTS = new HashMap<>();
  private static House house;

  @BeforeAll
  static void open() {
    house = House.demo();
    WHO.forEach((role, name) -> {
      var guest = new Guest(house.url());
      guest.get("/sign-in");
      if (!name.isEmpty()) {
        assertThat(guest.be(name + MAIL).path()).as(role).isEqualTo("/");
      }
      GUESTS.put(role, guest);
    });
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<List<String>> decisions() {
    return TABLE.stream().skip(1);
  }

  @Test
  void everyAddressOfTheHouseIsDecided() {
    assertThat(decisions().map(row -> row.getFirst().replaceAll(" +", " ")).toList())
        .containsExactlyInAnyOrderElementsOf(
            house.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(each -> isOfTheProduct(each.getValue().getBeanType()))
                .flatMap(each -> routes(each.getKey()))
                .toList());
    assertThat(ROLES).containsExactlyInAnyOrderElementsOf(WHO.keySet());
  }

  /** Other tests have pages of their own beside it. */
  private static boolean isOfTheProduct(Class<?> page) {
    return !page.getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .getPath()
        .endsWith("/test-classes/");
  }

  private static Stream<String> routes(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(path ->
            methods.isEmpty()
                ? Stream.of("ANY " + path)
                : methods.stream().map(method -> method + " " + path));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void eachRoleGoesWhereItMay(List<String> decision) {
    for (int i = 0; i < ROLES.size(); i++) {
      assertThat(outcome(ROLES.get(i), decision.getFirst()))
          .as("%s at %s", ROLES.get(i), decision.getFirst())
          .isEqualTo(decision.get(i + 1));
    }
  }

  private static String outcome(String role, String route) {
    String path =
        route
            .replaceAll("^[A-Z]+ +", "")
            .replace("{secret}", "A".repeat(22))
            .replaceAll("\\{[a-z]+}", "999");
    Guest guest = guest(role);
    Guest.Answer answer = route.startsWith("POST") ? guest.post(path) : guest.get(path);
    if (!path.startsWith("/sign-in") && answer.path().equals("/sign-in")) {
      return route.endsWith("/language") ? "in" : "door";
    }
    return answer.status() == 403 ? "no" : "in";
  }

  @Test
  void whoeverLooksSeesTheirOwnUnitAndWhatIsAboveIt() {
    List<Unit> units = house.bean(Rounds.class).listUnits(new RoundId(6));
    Set<String> own = chainAbove(units, unitOf("fatma.yildiz"));
    assertThat(own).hasSizeGreaterThan(1).hasSizeLessThan(units.size());
    for (Unit unit : units) {
      String path = "/rounds/6/iceberg?unit=" + unit.code();
      assertThat(status("employee", path))
          .as("employee at %s", unit.name())
          .isEqualTo(own.contains(unit.code()) ? 200 : 403);
      for (String role : List.of("leader", "programme", "council")) {
        assertThat(status(role, path)).as("%s at %s", role, unit.name()).isEqualTo(200);
      }
    }
  }

  private static int status(String role, String path) {
    return guest(role).get(path).status();
  }

  private static Guest guest(String role) {
    return Objects.requireNonNull(GUESTS.get(role), role);
  }

  private static String unitOf(String who) {
    People people = house.bean(People.class);
    var unit = people.find(who + MAIL).orElseThrow().unit();
    return people.listUnits().stream()
        .filter(each -> each.id().equals(unit))
        .findFirst()
        .orElseThrow()
        .code();
  }

  private static Set<String> chainAbove(List<Unit> units, String code) {
    var chain = new HashSet<String>();
    String at = code;
    while (at != null && chain.add(at)) {
      String here = at;
      at =
          units.stream()
              .filter(each -> each.code().equals(here))
              .findFirst()
              .map(Unit::parentCode)
              .orElse(null);
    }
    return chain;
  }
}
