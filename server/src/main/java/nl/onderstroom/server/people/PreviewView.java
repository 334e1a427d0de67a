package nl.onderstroom.server.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.roster.RosterPerson;
import nl.onderstroom.server.shell.Fact;
import nl.onderstroom.server.shell.Page;

/**
 * What an import would change, in words.
 *
 * @param kinds the kinds of change there are, without those of which there is none
 * @param warnings what to think twice about
 */
record PreviewView(
    ImportId id,
    boolean stale,
    boolean changesNothing,
    String result,
    List<Fact> facts,
    List<String> warnings,
    List<Kind> kinds) {
  static final int MOST_SHOWN = 200;

  /** More than these are opened when somebody wants to see them. */
  private static final int AT_FIRST = 10;

  /**
   * Changes of one kind, a line each.
   *
   * @param all how many there are
   * @param lines the first {@value #MOST_SHOWN}
   */
  record Kind(String key, int all, List<String> lines) {
    List<String> first() {
      return lines.subList(0, Math.min(AT_FIRST, lines.size()));
    }

    List<String> rest() {
      return lines.subList(first().size(), lines.size());
    }

    int more() {
      return all - lines.size();
    }
  }

  static PreviewView of(Page page, ImportId id, RosterImport.Preview preview) {
    RosterPlan plan = preview.plan();
    List<Kind> kinds = new Lines(page, plan, preview.storedPaths()).kinds();
    return new PreviewView(
        id,
        preview.stale(),
        plan.isEmpty(),
        page.say(
            "people.preview.result",
            preview.roster().people().size(),
            preview.roster().units().size()),
        kinds.stream()
            .map(kind -> new Fact(page.number(kind.all(), 0), page.say(kind.key())))
            .toList(),
        warnings(page, preview),
        kinds);
  }

  private static List<String> warnings(Page page, RosterImport.Preview preview) {
    var warnings = new ArrayList<String>();
    RosterPlan plan = preview.plan();
    if (plan.endsUnusuallyMany()) {
      warnings.add(
          page.say("people.preview.many-ended", plan.peopleEnded().size(), plan.peopleBefore()));
    }
    if (!preview.roster().hasSomebodyInCharge()) {
      warnings.add(page.say("people.preview.nobody-in-charge"));
    }
    return warnings;
  }

  /** Writes changes as lines. */
  private record Lines(Page page, RosterPlan plan, Map<UnitId, String> storedPaths) {

    List<Kind> kinds() {
      return List.of(
              kind("units-added", plan.unitsAdded(), each -> each.path().text()),
              kind("units-renamed", plan.unitsRenamed(), this::renamed),
              kind("units-ended", plan.unitsEnded().reversed(), each -> path(each.id())),
              kind("people-added", plan.peopleAdded(), this::added),
              kind("people-moved", plan.peopleMoved(), this::moved),
              kind("people-changed", plan.peopleAltered(), this::altered),
              kind("people-ended", plan.peopleEnded(), this::ended))
          .stream()
          .filter(kind -> kind.all() > 0)
          .toList();
    }

    private static <T> Kind kind(String key, List<T> all, Function<T, String> line) {
      return new Kind(
          "people.preview." + key, all.size(), all.stream().limit(MOST_SHOWN).map(line).toList());
    }

    private String path(UnitId unit) {
      return storedPaths.getOrDefault(unit, "");
    }

    private String person(String name, String number) {
      return page.say("people.preview.person", name, number);
    }

    private String renamed(RosterPlan.RenamedUnit each) {
      return page.say("people.preview.arrow", path(each.before().id()), each.path().name());
    }

    private String added(RosterPerson each) {
      return page.say("people.preview.in", person(each.name(), each.number()), each.unit().text());
    }

    private String ended(Person each) {
      return page.say("people.preview.in", person(each.name(), each.number()), path(each.unit()));
    }

    private String moved(RosterPlan.PersonChange each) {
      return page.say(
          "people.preview.change",
          person(each.before().name(), each.before().number()),
          page.say("people.preview.arrow", path(each.before().unit()), each.after().unit().text()));
    }

    private String altered(RosterPlan.PersonChange each) {
      Person before = each.before();
      RosterPerson after = each.after();
      var fields = new ArrayList<String>();
      if (!before.name().equals(after.name())) {
        fields.add(page.say("people.preview.field.name", after.name()));
      }
      if (!before.email().equals(after.email())) {
        fields.add(
            after
                .email()
                .map(email -> page.say("people.preview.field.email", email))
                .orElseGet(() -> page.say("people.preview.field.no-email")));
      }
      if (before.leads() != after.leads()) {
        String key = after.leads() ? "leads" : "leads-not";
        fields.add(page.say("people.preview.field." + key));
      }
      if (!before.roles().equals(after.roles())) {
        fields.add(roles(after.roles()));
      }
      addTrait(fields, "site", before.traits().site(), after.traits().site());
      addTrait(fields, "role-family", before.traits().roleFamily(), after.traits().roleFamily());
      addTrait(fields, "tenure", before.traits().tenure(), after.traits().tenure());
      return page.say(
          "people.preview.change",
          person(before.name(), before.number()),
          String.join(", ", fields));
    }

    private void addTrait(
        List<String> fields, String trait, Optional<String> before, Optional<String> after) {
      if (!before.equals(after)) {
        String key = "people.preview.field." + trait;
        fields.add(
            after.map(value -> page.say(key, value)).orElseGet(() -> page.say(key + ".none")));
      }
    }

    private String roles(Set<Role> roles) {
      return roles.isEmpty()
          ? page.say("people.preview.field.no-roles")
          : page.say(
              "people.preview.field.roles",
              roles.stream()
                  .sorted()
                  .map(role -> page.say(role.wordsKey()))
                  .collect(Collectors.joining(", ")));
    }
  }
}
