package nl.onderstroom.server.audit;

import java.util.List;

/** A file that cannot be used; nothing was done with it. */
final class UnusableGroups extends RuntimeException {
  /** So many problems are collected before reading stops. */
  static final int MOST_FINDINGS = 20;

  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  UnusableGroups(List<Finding> findings) {
    super(findings.size() + " problems, the first: " + findings.getFirst());
    this.findings = List.copyOf(findings);
  }

  UnusableGroups(Finding finding) {
    this(List.of(finding));
  }

  List<Finding> findings() {
    return findings;
  }
}
