package nl.onderstroom.server.roster;

import java.util.Map;

/** What the unit columns of a file say; there are two ways to write them. */
sealed interface UnitCells permits UnitsByPath, UnitsByParent {
  /**
   * @return false when something is wrong with the unit; the problem is then added
   */
  boolean take(RowReader.Draft row);

  /** The place of every unit that was taken, by what its cell says; adds what is wrong together. */
  Map<String, UnitPath> resolve();
}
