package nl.onderstroom.server.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import nl.onderstroom.server.notify.Letter;
import nl.onderstroom.server.notify.Postbox;
import nl.onderstroom.server.shell.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends sign-in links. Looking somebody up, making a link and mailing it all happen after the visit
 * that asked has been answered: else the time the answer takes would tell whether an address is
 * somebody's. At most {@value #MOST_WAITING} requests wait; what comes above that is dropped, and
 * the person can ask again.
 */
@Component
class LinkSending implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkSending.class);
  private static final int AT_ONCE = 4;
  private static final int MOST_WAITING = 1000;
  private static final Duration LAST_LETTERS = Duration.ofSeconds(20);

  private final Doorway doorway;
  private final SignInLinks links;
  private final Postbox postbox;
  private final String url;
  private final ThreadPoolExecutor letters =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("sign-in-letter-", 1).factory(),
          (letter, full) -> LOG.warn("A sign-in link was not sent: {} wait already", MOST_WAITING));

  LinkSending(
      Doorway doorway,
      SignInLinks links,
      Postbox postbox,
      @Value("${onderstroom.url}") String url) {
    this.doorway = doorway;
    this.links = links;
    this.postbox = postbox;
    this.url = url;
  }

  /** Has a link sent soon if the address is somebody's. Returns at once, and tells nothing. */
  void request(String address, Words words) {
    letters.execute(() -> {
      try {
        send(address, words);
      } catch (RuntimeException failure) {
        // Its message may hold the address.
        LOG.warn("A sign-in link was not sent: {}", failure.getClass().getSimpleName());
      }
    });
  }

  /**
   * Sends the link now.
   *
   * @return the link; empty when the address is nobody's or has enough links
   */
  Optional<String> send(String address, Words words) {
    return doorway
        .find(address)
        .flatMap(somebody -> links.make(address))
        .map(secret -> post(address, url + "/sign-in/" + secret, words));
  }

  private String post(String address, String link, Words words) {
    boolean posted =
        postbox.post(
            new Letter(
                address,
                words.say("access.letter.subject"),
                words.say("access.letter.text", link, SignInLinks.LIFE.toMinutes())));
    if (!posted && doorway.isFirstAdministrator(address)) {
      System.err.println("Sign-in link for the administrator (no mail server is set): " + link);
    }
    return link;
  }

  /** Lets the letters that wait go out, for a while. */
  @Override
  public void close() {
    letters.shutdown();
    try {
      if (!letters.awaitTermination(LAST_LETTERS.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("{} sign-in links were not sent before the stop", letters.shutdownNow().size());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
