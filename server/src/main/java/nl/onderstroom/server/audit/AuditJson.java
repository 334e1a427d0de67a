package nl.onderstroom.server.audit;

import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.audit.Audit;
import nl.onderstroom.engine.disclosure.audit.Exposure;
import nl.onderstroom.engine.disclosure.audit.Repair;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was found, for other programs. */
final class AuditJson {
  private AuditJson() {}

  static String write(
      Membership membership, int groups, int colluders, Audit audit, Optional<Repair> repair) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode json = mapper.createObjectNode();
    json.put("safe", audit.isSafe());
    json.put("complete", audit.isComplete());
    json.put("k", audit.k());
    json.put("colluders", colluders);
    json.put("groups", groups);
    json.put("people", membership.people());
    json.put("atoms", audit.atoms());
    write(audit.exposed(), membership, json.putArray("exposed"));
    write(audit.alone(), membership, json.putArray("alone"));
    repair.ifPresent(done -> {
      ArrayNode withheld = json.putArray("withheld");
      done.withheld().forEach(withheld::add);
      json.put("withheldPeople", done.people());
      json.put("leastWithheldPeople", done.leastPeople());
      json.put("remainingSafe", done.remaining().isSafe());
    });
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static void write(List<Exposure> exposures, Membership membership, ArrayNode json) {
    for (Exposure exposure : exposures) {
      ObjectNode each = json.addObject();
      each.put("size", exposure.size());
      ArrayNode members = each.putArray("members");
      exposure.people().forEach(person -> members.add(membership.name(person)));
      ArrayNode from = each.putArray("from");
      for (Exposure.Term term : exposure.from()) {
        ObjectNode part = from.addObject();
        part.put("group", term.group());
        if (term.coefficient().denominator() == 1) {
          part.put("coefficient", term.coefficient().numerator());
        } else {
          part.put("coefficient", term.coefficient().value());
          part.put("fraction", term.coefficient().toString());
        }
      }
    }
  }
}
