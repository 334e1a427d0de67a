package nl.onderstroom.server.database;

import java.util.List;

/** The rooms that may have tables. */
final class Rooms {
  static final String PROPERTY = "onderstroom.rooms";
  static final String DEFAULT =
      "people,floors,ballots,rounds,answers,insight,history,access,notify,demo";

  private Rooms() {}

  static List<String> all() {
    return List.of(DEFAULT.split(",", -1));
  }
}
