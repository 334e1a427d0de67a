package nl.onderstroom.server.ballots;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.onderstroom.server.notify.Letter;
import nl.onderstroom.server.notify.Postbox;
import nl.onderstroom.server.people.People;
import nl.onderstroom.server.people.Person;
import nl.onderstroom.server.rounds.Round;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Letters to everybody who may take part and has not fetched an entry. The letter holds no entry
 * and nothing personal: it leads to the page where a person fetches one.
 */
@Component
class Invitations {
  private final People people;
  private final Participations participations;
  private final Postbox postbox;
  private final Languages languages;
  private final String url;

  Invitations(
      People people,
      Participations participations,
      Postbox postbox,
      Languages languages,
      @Value("${onderstroom.url}") String url) {
    this.people = people;
    this.participations = participations;
    this.postbox = postbox;
    this.languages = languages;
    this.url = url;
  }

  /** What became of the letters. */
  record Outcome(int posted, int refused, int withoutAddress) {}

  Outcome send(Round round) {
    Issuing.requireIssuing(round);
    Set<Long> without = new HashSet<>(participations.listWithoutEntry(round.id()));
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
    String link = url + "/my-rounds/" + round.id();
    Words dutch = languages.words(Languages.DUTCH);
    Words english = languages.words(Locale.ENGLISH);
    return new Letter(
        address,
        dutch.say("ballots.letter.subject", round.name()),
        dutch.say("ballots.letter.text", round.name(), link)
            + "\n\n———\n\n"
            + english.say("ballots.letter.text", round.name(), link));
  }
}
