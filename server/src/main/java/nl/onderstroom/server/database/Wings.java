package nl.onderstroom.server.database;

import java.util.List;

/** The two logins that the running product uses, on a database whose tables are up to date. */
record Wings(Login people, Login nameless) {
  /** The logins of the two roles named after this prefix: the name of the database. */
  static Wings of(Login owner, String prefix) {
    return new Wings(owner.of(prefix + "_people"), owner.of(prefix + "_nameless"));
  }

  List<Login> both() {
    return List.of(people, nameless);
  }
}
