package nl.onderstroom.server.rounds;

import java.util.Base64;
import nl.onderstroom.server.shell.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of keys of a round, for programs: what a wallet takes a key from, and anybody can keep
 * and compare. The same for everybody, who is not asked who they are.
 */
@Controller
class KeyPage {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Rounds rounds;
  private final CohortKeys keys;

  KeyPage(Rounds rounds, CohortKeys keys) {
    this.rounds = rounds;
    this.keys = keys;
  }

  @GetMapping(value = "/keys/{round}", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String list(@PathVariable long round) {
    Round asked = rounds.get(new RoundId(round));
    KeyList list =
        keys.find(asked.id())
            .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "rounds.keys.none-yet"));
    ObjectNode json = JSON.createObjectNode();
    json.put("round", asked.id().value());
    json.put("name", asked.name());
    json.put("floor", asked.floor());
    json.put("state", asked.state().name());
    json.put("countersigned", list.countersigned());
    json.put("fingerprint", list.fingerprint());
    ArrayNode all = json.putArray("keys");
    list.cohorts().forEach(each -> write(each, all.addObject()));
    return json.toString();
  }

  private static void write(KeyList.OfCohort each, ObjectNode json) {
    json.put("cohort", each.number());
    json.put("unit", each.unitName());
    json.put("people", each.people());
    json.put("key", Base64.getEncoder().encodeToString(each.key().encoded()));
    json.put("opened", each.opened());
  }
}
