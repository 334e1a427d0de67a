package nl.onderstroom.server.demo;

/**
 * A part of the example company.
 *
 * @param code unique within the company, such as {@code ZWO-S-3}
 * @param name as people say it, in Dutch
 * @param parentCode the unit it belongs to; empty for the company as a whole
 * @param size people in it, those of its parts included
 */
public record Unit(String code, String name, String parentCode, Level level, int size) {
  /** How deep a unit lies, from the whole to the teams; people belong to teams only. */
  public enum Level {
    COMPANY,
    SITE,
    DEPARTMENT,
    TEAM
  }

  public Unit {
    if (parentCode.isEmpty() != (level == Level.COMPANY)) {
      throw new IllegalArgumentException(
          "Unit %s (%s) has parent \"%s\"; every unit but the company has one"
              .formatted(code, level, parentCode));
    }
  }
}
