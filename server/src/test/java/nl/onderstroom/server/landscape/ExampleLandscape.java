package nl.onderstroom.server.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import nl.onderstroom.engine.landscape.GroupEvidence;
import nl.onderstroom.engine.landscape.Landscape;
import nl.onderstroom.engine.landscape.OpinionGroup;
import nl.onderstroom.engine.landscape.Participant;
import nl.onderstroom.engine.landscape.StatementResult;
import nl.onderstroom.engine.landscape.StatementResult.Role;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.measure.Interval;

/**
 * A landscape whose every figure is chosen: what is written of one can be told without computing.
 */
public final class ExampleLandscape {
  private static final List<String> TEXTS =
      List.of(
          "Ik wil zelf kunnen kiezen of ik AI gebruik bij mijn werk.",
          "Door AI houd ik meer tijd over voor de mensen voor wie ik het doe.",
          "Over drie jaar is mijn werk er niet meer, en niemand zegt dat hardop.",
          "Leiders moeten laten zien wat zij zelf met AI proberen, ook als het misgaat.",
          "AI <script>alert(1)</script> & “aanhalingstekens”, komma’s\nen regels.",
          "Ik vertrouw erop dat wij hier netjes mee omgaan.",
          "Wie AI gebruikt, werkt minder zorgvuldig.",
          "Wij hebben tijd nodig om te leren; die krijgen we nu niet.");

  private static final Role[] ROLES = {
    Role.UNITES_FOR,
    Role.DIVIDES,
    Role.DIVIDES,
    Role.UNITES_FOR,
    Role.OPEN,
    Role.DIFFERS,
    Role.UNITES_AGAINST,
    Role.TOO_FEW
  };

  private ExampleLandscape() {}

  /**
   * The statements by number, of which the last two got no vote and the very last was taken out.
   */
  public static Comments comments() {
    Map<String, Comments.Comment> comments = new HashMap<>();
    for (int at = 0; at < TEXTS.size(); at++) {
      comments.put(Integer.toString(at), new Comments.Comment(TEXTS.get(at), false));
    }
    comments.put("90", new Comments.Comment("Hier stemde niemand op.", false));
    comments.put("91", new Comments.Comment("Weggehaald.", true));
    return new Comments(comments);
  }

  /**
   * @param groups 1 to 8
   * @param people spread over the groups, a tenth of them in none
   * @param order people and statements come in
   */
  static Landscape of(int groups, int people, long order) {
    int[] sizes = new int[groups];
    var participants = new ArrayList<Participant>();
    var random = new Random(groups);
    for (int person = 0; person < people; person++) {
      int group = (int) (groups * Math.pow(random.nextDouble(), 1.4));
      boolean placed = person % 10 != 0;
      sizes[group] += placed ? 1 : 0;
      participants.add(
          new Participant(
              Integer.toString(person),
              placed ? OptionalInt.of(group) : OptionalInt.empty(),
              placed ? 0.5 + random.nextDouble() / 2 : 0,
              x(group, groups) + 0.45 * random.nextGaussian(),
              y(group, groups) + 0.4 * random.nextGaussian(),
              placed ? 40 : 2));
    }
    Collections.shuffle(participants, new Random(order));
    List<StatementResult> statements = statements(groups);
    Collections.shuffle(statements, new Random(order));
    return new Landscape(
        people * 36, 0.83, groups(sizes), participants, statements, evidence(groups), 2);
  }

  private static double x(int group, int groups) {
    return groups == 1 ? 0 : 1.6 * Math.cos(2 * Math.PI * group / groups);
  }

  private static double y(int group, int groups) {
    return groups == 1 ? 0 : 1.3 * Math.sin(2 * Math.PI * group / groups);
  }

  private static List<OpinionGroup> groups(int[] sizes) {
    int all = java.util.Arrays.stream(sizes).sum();
    var groups = new ArrayList<OpinionGroup>();
    for (int group = 0; group < sizes.length; group++) {
      groups.add(
          new OpinionGroup(
              group,
              sizes[group],
              (double) sizes[group] / all,
              Interval.ofShare(sizes[group], all),
              x(group, sizes.length),
              y(group, sizes.length),
              sizes.length == 1 || group == 7 ? List.of() : marks(group)));
    }
    return groups;
  }

  private static List<OpinionGroup.Mark> marks(int group) {
    return List.of(
        new OpinionGroup.Mark(
            Integer.toString(group),
            group == 1 ? Vote.DISAGREE : Vote.AGREE,
            0.82,
            0.31,
            120,
            1e-9),
        new OpinionGroup.Mark("4", Vote.AGREE, 0.45, 0.3, 110, 0.01));
  }

  private static List<StatementResult> statements(int groups) {
    var statements = new ArrayList<StatementResult>();
    for (int at = 0; at < TEXTS.size(); at++) {
      var byGroup = new ArrayList<StatementResult.GroupAgreement>();
      for (int group = 0; group < groups; group++) {
        int n = at == 7 ? group : 40 + 10 * at;
        int agree = n * (ROLES[at] == Role.UNITES_AGAINST ? 1 : (at + group) % 3 == 0 ? 9 : 5) / 10;
        byGroup.add(
            new StatementResult.GroupAgreement(
                group,
                n == 0 ? 0 : (double) agree / n,
                n == 0 ? 0 : 0.8 - 0.8 * agree / n,
                Interval.ofShare(agree, n),
                n));
      }
      statements.add(
          new StatementResult(
              Integer.toString(at),
              100 + at,
              50,
              10,
              0.6 + at / 100.0,
              new Interval(0.5, 0.75),
              0.1 + at / 50.0,
              groups == 1 ? 0 : 0.3,
              0.4 + at / 5.0,
              ROLES[at],
              byGroup));
    }
    return statements;
  }

  private static List<GroupEvidence> evidence(int groups) {
    var evidence = new ArrayList<GroupEvidence>();
    for (int each = 1; each <= 8; each++) {
      evidence.add(
          new GroupEvidence(
              each,
              each == 1 ? 0 : 100 - each,
              each == 1 ? Double.NaN : 1 - each / 10.0,
              1,
              0.4,
              each == groups
                  ? GroupEvidence.Verdict.CHOSEN
                  : GroupEvidence.Verdict.values()[1 + each % 3]));
    }
    return evidence;
  }
}
