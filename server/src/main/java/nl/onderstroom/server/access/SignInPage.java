package nl.onderstroom.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.server.shell.Page;
import nl.onderstroom.server.shell.Refusal;
import nl.onderstroom.server.shell.Screen;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Coming in. The answer to an address that nobody has is the same as to one that somebody has, and
 * takes as long: the page does not tell who works here (but in the demo, which shows everybody's
 * link). A link is used by a button, not by following it, because mail programs follow links on
 * their own.
 */
@Controller
class SignInPage {
  private static final int ADDRESS_CHARACTERS = 254;

  /** What the sign-in page shows; {@code personas} is empty outside the demo. */
  record View(List<Personas.Persona> personas, boolean sent, String shownLink, String problemKey) {}

  /** The page behind a link: one button. */
  record LinkView(String secret) {}

  private final Doorway doorway;
  private final SignInLinks links;
  private final LinkSending sending;
  private final ObjectProvider<Personas> personas;
  private final SecurityContextRepository sessions;

  SignInPage(
      Doorway doorway,
      SignInLinks links,
      LinkSending sending,
      ObjectProvider<Personas> personas,
      SecurityContextRepository sessions) {
    this.doorway = doorway;
    this.links = links;
    this.sending = sending;
    this.personas = personas;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  Screen signIn(Page page) {
    return page.screen("access/sign-in", new View(demoPersonas(), false, "", ""));
  }

  @PostMapping("/sign-in")
  Screen sendLink(Page page, @RequestParam("address") String given) {
    String address = Identity.normalised(given);
    if (address.length() > ADDRESS_CHARACTERS || !address.matches("[^@\\s]+@[^@\\s]+")) {
      return page.screen(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "access/sign-in",
          new View(demoPersonas(), false, "", "access.address-unreadable"));
    }
    if (demoPersonas().isEmpty()) {
      sending.request(address, page.words());
      return page.screen("access/sign-in", new View(List.of(), true, "", ""));
    }
    String shown = sending.send(address, page.words()).orElse("");
    return page.screen("access/sign-in", new View(demoPersonas(), true, shown, ""));
  }

  @GetMapping("/sign-in/{secret}")
  Screen link(Page page, @PathVariable String secret) {
    return page.screen("access/sign-in-link", new LinkView(secret));
  }

  @PostMapping("/sign-in/{secret}")
  String useLink(
      @PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
    String address =
        links
            .use(secret)
            .orElseThrow(() -> new Refusal(HttpStatus.GONE, "access.link-used-or-old"));
    return comeIn(address, request, response);
  }

  @PostMapping("/sign-in/persona")
  String bePersona(
      @RequestParam("address") String address,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean known = demoPersonas().stream().anyMatch(each -> each.address().equals(address));
    if (!known) {
      throw new Refusal(HttpStatus.NOT_FOUND, "access.no-such-persona");
    }
    return comeIn(address, request, response);
  }

  private String comeIn(String address, HttpServletRequest request, HttpServletResponse response) {
    Optional<SignedIn> somebody = doorway.find(address);
    if (somebody.isEmpty()) {
      throw new Refusal(HttpStatus.GONE, "access.link-used-or-old");
    }
    // A session from before signing in must not become one that is signed in.
    if (request.getSession(false) != null) {
      request.getSession().invalidate();
    }
    request.getSession(true);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(address, null, List.of()));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    return "redirect:/";
  }

  private List<Personas.Persona> demoPersonas() {
    Personas known = personas.getIfAvailable();
    return known == null ? List.of() : known.list();
  }
}
