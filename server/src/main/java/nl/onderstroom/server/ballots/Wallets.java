package nl.onderstroom.server.ballots;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
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

  /**
   * @param others further ballots to be had in the same visit
   */
  WalletLinks links(RoundId round, int cohort, List<MyRounds.Part> others, String language) {
    String inLanguage = "?language=" + language;
    String wallet = addresses.answers() + "/wallet" + inLanguage;
    String back = URLEncoder.encode(addresses.main(), StandardCharsets.UTF_8);
    return new WalletLinks(
        wallet,
        wallet + "#round=%s&cohort=%d&rest=%s&back=%s".formatted(round, cohort, rest(others), back),
        addresses.answers() + "/answer/" + round + inLanguage);
  }

  private static String rest(List<MyRounds.Part> others) {
    return others.stream()
        .map(part -> part.round() + "." + part.cohort())
        .collect(Collectors.joining(","));
  }
}
