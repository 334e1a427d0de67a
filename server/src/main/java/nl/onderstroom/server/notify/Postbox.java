package nl.onderstroom.server.notify;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends letters; says whether the mail server took them. */
@Component
public class Postbox {
  private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);

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
    JavaMailSender server = mail.getIfAvailable();
    if (server == null) {
      return false;
    }
    var message = new SimpleMailMessage();
    message.setFrom(sender);
    message.setTo(letter.address());
    message.setSubject(letter.subject());
    message.setText(letter.text());
    try {
      server.send(message);
      return true;
    } catch (MailException refused) {
      // The message of the exception may hold the address; its kind is enough to mend the set-up.
      LOG.warn("A letter could not be sent: {}", refused.getClass().getSimpleName());
      return false;
    }
  }
}
