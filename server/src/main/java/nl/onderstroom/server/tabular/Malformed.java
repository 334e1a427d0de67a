package nl.onderstroom.server.tabular;

import java.io.Serial;

/** A text file that can't be read any further, and where that shows. */
public final class Malformed extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final Fault fault;
  private final int line;
  private final int character;
  private final int value;

  /** What is the matter. */
  public enum Fault {
    /** Text in two bytes a character. */
    UTF_16,
    /** A byte that no UTF-8 has there. */
    NOT_UTF_8,
    /** A quotation that never ends. */
    QUOTE_OPEN,
    /** Something between the end of a quotation and the next separator. */
    QUOTE_FOLLOWED,
    /** A row of more than {@link CsvRows#MOST_ROW_CHARACTERS} characters. */
    ROW_TOO_LONG
  }

  private Malformed(Fault fault, int line, int character, int value) {
    super(fault + " in line " + line, null, false, false);
    this.fault = fault;
    this.line = line;
    this.character = character;
    this.value = value;
  }

  static Malformed ofLine(Fault fault, int line) {
    return new Malformed(fault, line, 0, 0);
  }

  static Malformed ofByte(int line, int character, int value) {
    return new Malformed(Fault.NOT_UTF_8, line, character, value);
  }

  public Fault fault() {
    return fault;
  }

  /** From 1; 0 when it is about the whole. */
  public int line() {
    return line;
  }

  /** Of the byte that is not UTF-8, within its line, from 1; else 0. */
  public int character() {
    return character;
  }

  /** The byte that is not UTF-8, 128 to 255; else 0. */
  public int value() {
    return value;
  }
}
