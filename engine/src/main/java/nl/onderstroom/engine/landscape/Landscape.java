package nl.onderstroom.engine.landscape;

import java.util.List;

/**
 * The opinions of some people: who stands where, which groups there are, what unites and divides.
 *
 * @param votes that count
 * @param confidence how sure we are of the groups: the mean adjusted Rand index between them and
 *     what is found again after leaving out a tenth of the votes, number of groups included; 1 is
 *     always the same, 0 is chance; NaN for a point estimate
 * @param groups the largest first; one when nothing shows more
 * @param participants in canonical order, those who came in later last
 * @param statements in canonical order, those that came in later last
 * @param evidence for each number of groups tried, from 1 on
 * @param dimensions on which people's places are reliable
 */
public record Landscape(
    int votes,
    double confidence,
    List<OpinionGroup> groups,
    List<Participant> participants,
    List<StatementResult> statements,
    List<GroupEvidence> evidence,
    int dimensions) {
  public Landscape {
    groups = List.copyOf(groups);
    participants = List.copyOf(participants);
    statements = List.copyOf(statements);
    evidence = List.copyOf(evidence);
  }
}
