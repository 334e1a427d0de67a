package nl.onderstroom.server.ballots;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.server.access.Identity;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.access.Viewer;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.KeyList;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.rounds.Rounds;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A person's own side of a round: off to the wallet at the other site, back with what it blinded,
 * and off again with the signature. The ballot itself is never here.
 */
@Controller
class MyRoundPage {
  /** How a round stands for one person. */
  enum Stage {
    /** The keys are not made, or not countersigned. */
    NOT_READY,
    MAY_FETCH,
    /** Has a ballot; the round is not open. */
    WAITS,
    MAY_ANSWER,
    /** Too few of the group fetched a ballot. */
    GROUP_TOO_SMALL,
    /** The round is open, and this person fetched no ballot in time. */
    TOO_LATE,
    OVER;

    /** Whether this person may have something signed, or signed again. */
    boolean signs() {
      return this == MAY_FETCH || this == WAITS || this == MAY_ANSWER;
    }
  }

  /**
   * @param group the key of the person's group; empty before the list is published
   * @param recoveryCode of a made-up person; empty otherwise
   */
  record View(
      Round round,
      Stage stage,
      Optional<KeyList.OfCohort> group,
      WalletLinks links,
      String recoveryCode) {}

  /**
   * @param worry the signature of the second envelope; empty when there is none
   */
  record SignatureView(Round round, WalletLinks links, String signature, String worry) {}

  private static final byte[] NOTHING = {};

  private final Rounds rounds;
  private final CohortKeys keys;
  private final People people;
  private final Participations participations;
  private final Issuing issuing;
  private final Wallets wallets;
  private final ObjectProvider<RecoveryHints> hints;

  MyRoundPage(
      Rounds rounds,
      CohortKeys keys,
      People people,
      Participations participations,
      Issuing issuing,
      Wallets wallets,
      ObjectProvider<RecoveryHints> hints) {
    this.rounds = rounds;
    this.keys = keys;
    this.people = people;
    this.participations = participations;
    this.issuing = issuing;
    this.wallets = wallets;
    this.hints = hints;
  }

  @GetMapping("/my-rounds/{id}")
  Screen show(Page page, Viewer viewer, Identity identity, @PathVariable long id) {
    viewer.mustBe(Role.EMPLOYEE);
    Round round = rounds.get(new RoundId(id));
    MyRounds.Part part =
        people
            .find(identity.address())
            .flatMap(person -> participations.find(round.id(), person))
            .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "ballots.not-in-round"));
    Optional<KeyList> list = keys.find(round.id());
    Optional<KeyList.OfCohort> group = list.flatMap(each -> each.find(part.cohort()));
    boolean countersigned = list.filter(KeyList::countersigned).isPresent();
    return page.screen(
        "ballots/my-round",
        new View(
            round,
            stage(round, part.hasBallot(), countersigned, group),
            group,
            wallets.links(round.id(), part.cohort(), toFetchToo(identity, part), page.language()),
            Optional.ofNullable(hints.getIfAvailable())
                .flatMap(each -> each.find(identity))
                .orElse("")));
  }

  /** Ballots of other rounds that this person can have in the same visit. */
  private List<MyRounds.Part> toFetchToo(Identity identity, MyRounds.Part part) {
    return people.find(identity.address()).stream()
        .flatMap(person -> participations.list(person).stream())
        .filter(other -> !other.hasBallot() && !other.round().equals(part.round()))
        .filter(other ->
            rounds.get(other.round()).isAt(RoundState.ISSUING)
                && keys.isCountersigned(other.round()))
        .toList();
  }

  private static Stage stage(
      Round round, boolean hasBallot, boolean countersigned, Optional<KeyList.OfCohort> group) {
    return switch (round.state()) {
      case DRAFT -> Stage.NOT_READY;
      case ISSUING -> {
        if (!countersigned) {
          yield Stage.NOT_READY;
        }
        yield hasBallot ? Stage.WAITS : Stage.MAY_FETCH;
      }
      case OPEN -> {
        if (group.filter(KeyList.OfCohort::opened).isEmpty()) {
          yield Stage.GROUP_TOO_SMALL;
        }
        yield hasBallot ? Stage.MAY_ANSWER : Stage.TOO_LATE;
      }
      case CLOSED, PUBLISHED -> Stage.OVER;
    };
  }

  @PostMapping("/my-rounds/{id}/ballot")
  Screen fetch(
      Page page,
      Viewer viewer,
      Identity identity,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String blinded,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String worry,
      @RequestParam(defaultValue = "") String worryKey) {
    viewer.mustBe(Role.EMPLOYEE);
    RoundId round = new RoundId(id);
    byte[] signature = issuing.sign(round, identity, decoded(blinded), key);
    byte[] second = worry.isEmpty() ? NOTHING : signWorry(round, identity, worry, worryKey);
    return page.screen(
        "ballots/signature",
        new SignatureView(
            rounds.get(round),
            wallets.links(round, 0, List.of(), page.language()),
            encoded(signature),
            encoded(second)));
  }

  /** Who has a ballot to answer with is not kept from it by the other, which may be too late. */
  private byte[] signWorry(RoundId round, Identity identity, String worry, String key) {
    try {
      return issuing.signWorry(round, identity, decoded(worry), key);
    } catch (Refusal refused) {
      return NOTHING;
    }
  }

  private static String encoded(byte[] signature) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static byte[] decoded(String base64url) {
    try {
      return Base64.getUrlDecoder().decode(base64url);
    } catch (IllegalArgumentException malformed) {
      throw Issuing.malformed();
    }
  }
}
