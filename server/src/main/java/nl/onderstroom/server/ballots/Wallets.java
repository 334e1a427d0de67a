package nl.onderstroom.server.ballots;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.onderstroom.server.rounds.RoundId;
import nl.onderstroom.server.shell.Addresses;
import org.springframework.stereotype.Component;

/** Where the wallet is, at the site where nobody is signed in. */
@Component
class Wallets {
  private final Addresses addresses;

  Wallets(Addresses addresses) {
    this.addresses = addresses;
  }

  WalletLinks links(RoundId round, int cohort, String language) {
    String inLanguage = "?language=" + language;
    String wallet = addresses.answers() + "/wallet" + inLanguage;
    String back = URLEncoder.encode(addresses.main(), StandardCharsets.UTF_8);
    return new WalletLinks(
        wallet,
        wallet + "#round=%s&cohort=%d&back=%s".formatted(round, cohort, back),
        addresses.answers() + "/answer/" + round + inLanguage);
  }
}
