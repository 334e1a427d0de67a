package nl.onderstroom.server.ballots;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.onderstroom.server.notify.Letter;
import nl.onderstroom.server.notify.Postbox;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.CohortKeys;
import nl.onderstroom.server.rounds.Round;
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
  record Outcome(int posted, int refused, int withoutAddress) {}

  /**
   * @throws nl.onderstroom.server.shell.Refusal 409 when nothing can be fetched now
   */
  Outcome send(Round round) {
    Issuing.requireHandingOut(round, keys);
    Set<Long> without = new HashSet<>(participations.listWithoutBallot(round.id()));
    List<Person> invited =
        people.listPeople().stream().filter(each -> without.contains(each.id().value())).toList();
    int posted = 0;
    int addressless = 0;
    for (Person person : invited) {
      if (person.email().isEmpty()) {
        addressless++;
      } else if (postbox.post(letter(round, person.email().get()))) {
        posted++;
      }
    }
    return new Outcome(posted, invited.size() - addressless - posted, addressless);
  }

  /** In both languages: nobody's language is known, and none is stored. */
  private Letter letter(Round round, String address) {
    String link = addresses.main() + "/my-rounds/" + round.id();
    Words dutch = languages.words(Languages.DUTCH);
    Words english = languages.words(Locale.ENGLISH);
    String text = round.isConversation() ? "ballots.letter.conversation" : "ballots.letter.text";
    int questions = round.questionnaire().questions().size();
    return new Letter(
        address,
        dutch.say("ballots.letter.subject", round.name()),
        dutch.say(text, round.name(), link, questions)
            + "\n\n———\n\n"
            + english.say(text, round.name(), link, questions));
  }
}
