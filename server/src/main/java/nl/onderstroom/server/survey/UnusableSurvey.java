package nl.onderstroom.server.survey;

import java.util.List;
import nl.onderstroom.server.shell.Problem;
import nl.onderstroom.server.shell.Words;

/** A map or a file of answers that cannot be used; nothing was done with it. */
public final class UnusableSurvey extends RuntimeException {
  /** So many problems are collected before reading stops. */
  static final int MOST_FINDINGS = 100;

  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  UnusableSurvey(List<Finding> findings) {
    super(findings.size() + " problems, the first: " + findings.getFirst());
    this.findings = List.copyOf(findings);
  }

  public UnusableSurvey(Finding finding) {
    this(List.of(finding));
  }

  public List<Finding> findings() {
    return findings;
  }

  public List<Problem> problems(Words words) {
    return findings.stream().map(finding -> finding.problem(words)).toList();
  }
}
