package nl.onderstroom.server.access;

import java.util.ArrayList;
import java.util.List;
import nl.onderstroom.server.shell.Visitor;
import org.springframework.stereotype.Component;

/** The visitor as the layout shows it: name, foremost role, and where the menu leads. */
@Component
class Menu implements Visitor.Source {
  private static final List<Role> FOREMOST =
      List.of(
          Role.ADMINISTRATOR,
          Role.PROGRAMME_LEAD,
          Role.LEADER,
          Role.WORKS_COUNCIL,
          Role.TEAM_LEAD,
          Role.EMPLOYEE);

  private final Doorway doorway;

  Menu(Doorway doorway) {
    this.doorway = doorway;
  }

  @Override
  public Visitor current() {
    SignedIn current = doorway.current();
    if (!current.isSomebody()) {
      return Visitor.NOBODY;
    }
    Viewer viewer = current.viewer();
    Role foremost = FOREMOST.stream().filter(viewer::is).findFirst().orElse(Role.EMPLOYEE);
    return new Visitor(current.identity().name(), foremost.wordsKey(), destinations(viewer));
  }

  private static List<Visitor.Destination> destinations(Viewer viewer) {
    var destinations = new ArrayList<Visitor.Destination>();
    destinations.add(new Visitor.Destination("/", "access.menu.home"));
    destinations.add(new Visitor.Destination("/iceberg", "access.menu.iceberg"));
    if (viewer.is(Role.PROGRAMME_LEAD, Role.WORKS_COUNCIL)) {
      destinations.add(new Visitor.Destination("/rounds", "access.menu.rounds"));
      destinations.add(new Visitor.Destination("/floors", "access.menu.floors"));
    }
    if (viewer.is(Role.PROGRAMME_LEAD, Role.ADMINISTRATOR)) {
      destinations.add(new Visitor.Destination("/people", "access.menu.people"));
    }
    if (viewer.is(Role.PROGRAMME_LEAD)) {
      destinations.add(new Visitor.Destination("/history", "access.menu.history"));
    }
    return destinations;
  }
}
