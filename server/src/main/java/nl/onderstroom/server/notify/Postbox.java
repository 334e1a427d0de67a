package nl.onderstroom.server.notify;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends letters; says whether the mail server took them. */
@Component
public class Postbox {
  private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);
  private static final int AT_ONCE = 100;

  private final ObjectProvider<JavaMailSender> mail;
  private final String sender;

  Postbox(
      ObjectProvider<JavaMailSender> mail,
      @Value("${onderstroom.mail.from:onderstroom@localhost}") String sender) {
    this.mail = mail;
    this.sender = sender;
  }

  /** False when no mail server is set or it refused; the log then says why, not to whom. */
  public boolean post(Letter letter) {
    return post(List.of(letter)) == 1;
  }

  /**
   * How many the mail server took. They go over one connection, {@value #AT_ONCE} at a time: to
   * make one for each takes a tenth of a second a letter.
   */
  public int post(List<Letter> letters) {
    JavaMailSender server = mail.getIfAvailable();
    if (server == null) {
      return 0;
    }
    int taken = 0;
    for (int from = 0; from < letters.size(); from += AT_ONCE) {
      taken += post(server, letters.subList(from, Math.min(letters.size(), from + AT_ONCE)));
    }
    return taken;
  }

  private int post(JavaMailSender server, List<Letter> letters) {
    try {
      server.send(letters.stream().map(this::message).toArray(SimpleMailMessage[]::new));
      return letters.size();
    } catch (MailSendException refused) {
      tell(refused);
      return letters.size() - refused.getFailedMessages().size();
    } catch (MailException refused) {
      tell(refused);
      return 0;
    }
  }

  /** Its message may hold an address; its kind is enough to mend the set-up. */
  private static void tell(MailException refused) {
    LOG.warn("A letter could not be sent: {}", refused.getClass().getSimpleName());
  }

  private SimpleMailMessage message(Letter letter) {
    var message = new SimpleMailMessage();
    message.setFrom(sender);
    message.setTo(letter.address());
    message.setSubject(letter.subject());
    message.setText(letter.text());
    return message;
  }
}
