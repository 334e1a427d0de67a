package nl.onderstroom.server.roster;

import java.util.List;

/** Is given the rows of a file, one after the other. Both methods may end the reading. */
interface RowTaker {
  /**
   * @param line where the row begins in the file, from 1
   * @param cells as they stand there
   */
  void take(int line, List<String> cells) throws Unreadable;

  /**
   * A row that is not taken, because one of its cells is no text.
   *
   * @param cell which one, from 0
   * @param expected the last part of a message key
   */
  void refuse(int line, int cell, String given, String expected) throws Unreadable;
}
