package nl.onderstroom.server.ballots;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import nl.onderstroom.server.notify.Letter;
import nl.onderstroom.server.notify.Postbox;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.rounds.RoundState;
import nl.onderstroom.server.shell.Addresses;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import org.springframework.stereotype.Component;

/**
 * Letters to everybody who may take part and has not fetched a ballot. The letter holds no ballot
 * and nothing personal: it leads to the page where a person fetches one.
 */
@Component
class Invitations {
  private final People people;
  private final Participations participations;
  private final Postbox postbox;
  private final Languages languages;
  private final Addresses addresses;
  private final CohortKeys keys;

  Invitations(
      People people,
      Participations participations,
      Postbox postbox,
      Languages languages,
      Addresses addresses,
      CohortKeys keys) {
    this.people = people;
    this.participations = participations;
    this.postbox = postbox;
    this.languages = languages;
    this.addresses = addresses;
    this.keys = keys;
  }

  /** What became of the letters. */
  record Outcome(int posted, int refused, int withoutAddress) {
    /** Whether everybody who was written to got it. */
    boolean isComplete() {
      return refused == 0 && withoutAddress == 0;
    }
  }

  /**
   * While ballots are handed out to those who have none; once the round is open to everybody in it,
   * whatever they did: who answers is not known.
   *
   * @throws nl.onderstroom.server.shell.Refusal 409 when neither can be done now
   */
  Outcome send(Round round) {
    if (round.isAt(RoundState.OPEN)) {
      return send(participations.cohorts(round.id()).keySet(), address -> opened(round, address));
    }
    Issuing.requireHandingOut(round, keys);
    return send(
        Set.copyOf(participations.listWithoutBallot(round.id())),
        address -> invitation(round, address));
  }

  private Outcome send(Set<Long> to, Function<String, Letter> letter) {
    List<Person> readers =
        people.listPeople().stream().filter(each -> to.contains(each.id().value())).toList();
    List<Letter> letters =
        readers.stream().flatMap(each -> each.email().stream()).map(letter).toList();
    int posted = postbox.post(letters);
    return new Outcome(posted, letters.size() - posted, readers.size() - letters.size());
  }

  private Letter invitation(Round round, String address) {
    return letter(
        address,
        "ballots.letter.subject",
        round.isConversation() ? "ballots.letter.conversation" : "ballots.letter.text",
        round.name(),
        addresses.main() + "/my-rounds/" + round.id(),
        round.questionnaire().questions().size());
  }

  /**
   * With the address that is the same for everybody: a link of one's own would tell whose it is.
   */
  private Letter opened(Round round, String address) {
    return letter(
        address,
        "ballots.opened.subject",
        "ballots.opened.text",
        round.name(),
        addresses.answers() + "/answer/" + round.id());
  }

  /** In both languages: nobody's language is known, and none is stored. */
  private Letter letter(String address, String subject, String text, Object... arguments) {
    Words dutch = languages.words(Languages.DUTCH);
    Words english = languages.words(Locale.ENGLISH);
    return new Letter(
        address,
        dutch.say(subject, arguments),
        dutch.say(text, arguments) + "\n\n———\n\n" + english.say(text, arguments));
  }
}
