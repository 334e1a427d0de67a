package nl.onderstroom.server.answers;

import nl.onderstroom.server.shell.Addresses;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where ballots are made and kept: on the reader's own device, by the page's script. The server
 * gives everybody the same page and is told nothing.
 */
@Controller
class WalletPage {
  /**
   * @param main the only site at which the wallet fetches a ballot
   */
  record View(String main) {}

  private final Addresses addresses;

  WalletPage(Addresses addresses) {
    this.addresses = addresses;
  }

  @GetMapping("/wallet")
  Screen wallet(Page page) {
    return page.screen("answers/wallet", new View(addresses.main()));
  }
}
