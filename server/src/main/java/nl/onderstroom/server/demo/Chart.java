package nl.onderstroom.server.demo;

import java.util.ArrayList;
import java.util.List;

/** The example company's organisation chart: three sites, seven departments, thirty teams. */
final class Chart {
  static final String COMPANY = "OEV";
  static final String GORINCHEM = "GOR";
  static final String ZWOLLE = "ZWO";
  static final String TERNEUZEN = "TER";

  /** A unit a line, its parent found by its code; a team's line ends in its size. */
  private static final String LINES =
      """
      OEV     | Oeverman Pompen
      GOR     | Gorinchem
      GOR-B   | Bestuur en staf
      GOR-B-1 | Directie              | 5
      GOR-B-2 | Mens en ontwikkeling  | 9
      GOR-B-3 | Financiën             | 14
      GOR-B-4 | ICT                   | 12
      GOR-F   | Fabriek
      GOR-F-1 | Gieterij              | 19
      GOR-F-2 | Draaierij             | 22
      GOR-F-3 | Montage vroeg         | 24
      GOR-F-4 | Montage laat          | 21
      GOR-F-5 | Lakstraat             | 8
      GOR-F-6 | Kwaliteit             | 9
      GOR-V   | Ontwerp en verkoop
      GOR-V-1 | Ontwerp               | 16
      GOR-V-2 | Verkoop               | 15
      GOR-V-3 | Marketing             | 4
      GOR-V-4 | Klantcontact          | 18
      GOR-V-5 | Werkvoorbereiding     | 11
      ZWO     | Zwolle
      ZWO-S   | Service Noord
      ZWO-S-1 | Monteurs IJssel       | 24
      ZWO-S-2 | Monteurs Friesland    | 13
      ZWO-S-3 | Monteurs Twente       | 17
      ZWO-S-4 | Planning Noord        | 10
      ZWO-S-5 | Storingsdienst Noord  | 14
      ZWO-W   | Werkplaats
      ZWO-W-1 | Revisie               | 20
      ZWO-W-2 | Magazijn              | 12
      ZWO-W-3 | Proefstand            | 5
      ZWO-W-4 | Besturingen           | 8
      TER     | Terneuzen
      TER-S   | Service Zuid
      TER-S-1 | Monteurs Zeeland      | 28
      TER-S-2 | Monteurs Brabant      | 14
      TER-S-3 | Planning Zuid         | 7
      TER-S-4 | Storingsdienst Zuid   | 12
      TER-Z   | Zeewaterpompen
      TER-Z-1 | Bouw zeewaterpompen   | 18
      TER-Z-2 | Onderhoud op zee      | 11
      """;

  private Chart() {}

  /** Every unit, each after its parent. */
  static List<Unit> units() {
    List<String[]> rows = LINES.lines().map(line -> line.split("\\s*\\|\\s*", -1)).toList();
    var units = new ArrayList<Unit>();
    for (String[] row : rows) {
      String code = row[0].strip();
      int size =
          rows.stream()
              .filter(other -> other.length == 3 && isWithin(other[0].strip(), code))
              .mapToInt(other -> Integer.parseInt(other[2].strip()))
              .sum();
      units.add(new Unit(code, row[1].strip(), parentOf(code), levelOf(code), size));
    }
    return List.copyOf(units);
  }

  /** Whether the unit {@code code} is {@code whole} or lies in it. */
  static boolean isWithin(String code, String whole) {
    return whole.equals(COMPANY) || code.equals(whole) || code.startsWith(whole + "-");
  }

  /** Code of the site a team belongs to. */
  static String siteOf(String code) {
    return code.substring(0, 3);
  }

  /** What kind of work a team does, across the sites. */
  static String roleFamilyOf(String team) {
    return switch (team) {
      case "ZWO-S-4", "TER-S-3" -> "Kantoor";
      default ->
          switch (team.substring(4, 5)) {
            case "B" -> "Kantoor";
            case "V" -> "Ontwerp en verkoop";
            case "S" -> "Buitendienst";
            default -> "Werkplaats";
          };
    };
  }

  private static String parentOf(String code) {
    if (code.equals(COMPANY)) {
      return "";
    }
    int dash = code.lastIndexOf('-');
    return dash < 0 ? COMPANY : code.substring(0, dash);
  }

  private static Unit.Level levelOf(String code) {
    if (code.equals(COMPANY)) {
      return Unit.Level.COMPANY;
    }
    return switch (code.split("-", -1).length) {
      case 1 -> Unit.Level.SITE;
      case 2 -> Unit.Level.DEPARTMENT;
      default -> Unit.Level.TEAM;
    };
  }
}
