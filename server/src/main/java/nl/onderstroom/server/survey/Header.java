package nl.onderstroom.server.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first line of a file of answers: which column stands where. */
final class Header {
  private static final int SHOWN = 12;

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  private Header(List<String> names) {
    this.names = names;
  }

  /**
   * @throws UnusableSurvey when a column of the map is not there, or is there twice
   */
  static Header of(int line, List<String> cells, SurveyMap map) {
    var header = new Header(cells.stream().map(String::strip).toList());
    var findings = new ArrayList<Finding>();
    List<String> wanted = map.columns();
    for (int i = 0; i < header.names.size(); i++) {
      String name = header.names.get(i);
      Integer before = header.places.putIfAbsent(name, i);
      if (before != null && wanted.contains(name)) {
        findings.add(finding(line, i + 1, name, name, "heading-once", before + 1));
      }
    }
    for (String name : wanted) {
      if (!header.places.containsKey(name)) {
        findings.add(header.missing(line, name));
      }
    }
    if (!findings.isEmpty()) {
      throw new UnusableSurvey(
          findings.subList(0, Math.min(findings.size(), UnusableSurvey.MOST_FINDINGS)));
    }
    return header;
  }

  private Finding missing(int line, String name) {
    String there = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    String shown = names.size() > SHOWN ? there + " …" : there;
    return Nearest.of(name, names)
        .map(near -> finding(line, 0, name, "", "heading-near", name, near, shown))
        .orElseGet(() -> finding(line, 0, name, "", "heading", name, shown));
  }

  private static Finding finding(
      int line, int column, String name, String given, String key, Object... arguments) {
    return new Finding(Finding.Source.ANSWERS, line, column, name, given, key, List.of(arguments));
  }

  int size() {
    return names.size();
  }

  String name(int place) {
    return names.get(place);
  }

  /** From 0; the column is there. */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no column \"" + column + "\" in " + names);
    }
    return place;
  }
}
