package nl.onderstroom.server.landscape;

import java.util.List;

/** A file that cannot be used; nothing was done with it. */
final class UnusableVotes extends RuntimeException {
  /** So many problems are collected before reading stops. */
  static final int MOST_FINDINGS = 20;

  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  UnusableVotes(List<Finding> findings) {
    super(findings.size() + " problems, the first: " + findings.getFirst());
    this.findings = List.copyOf(findings);
  }

  UnusableVotes(Finding finding) {
    this(List.of(finding));
  }

  List<Finding> findings() {
    return findings;
  }
}
