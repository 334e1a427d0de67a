package nl.onderstroom.server.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log says of answers that could not be taken. */
@ExtendWith(OutputCaptureExtension.class)
class ComplaintsTest {
  private static final String ONE = IllegalStateException.class.getName();
  private static final String OTHER = UncheckedIOException.class.getName();

  @Test
  void nothingIsSaidWhenItHappens(CapturedOutput log) {
    try (var complaints = new Complaints()) {
      complaints.remember(new IllegalStateException("hope: 3"));
      assertThat(log.getAll()).doesNotContain(ONE);
      complaints.tell();
      assertThat(log.getAll()).containsOnlyOnce(ONE);
    }
  }

  @Test
  void eachKindIsSaidOnceWithoutItsMessage(CapturedOutput log) {
    try (var complaints = new Complaints()) {
      for (int halfMinute = 0; halfMinute < 3; halfMinute++) {
        complaints.remember(new IllegalStateException("hope: 3"));
        complaints.tell();
      }
      assertThat(log.getAll()).containsOnlyOnce(ONE).doesNotContain("hope");
    }
  }

  @Test
  void inWhichOrderTheyCameIsNotSaid(CapturedOutput log) {
    try (var complaints = new Complaints()) {
      complaints.remember(new UncheckedIOException(new IOException("disk")));
      complaints.remember(new IllegalStateException("hope: 3"));
      complaints.tell();
      assertThat(log.getAll().indexOf(ONE)).isGreaterThan(log.getAll().indexOf(OTHER));
    }
    try (var complaints = new Complaints()) {
      int before = log.getAll().length();
      complaints.remember(new IllegalStateException("hope: 3"));
      complaints.remember(new UncheckedIOException(new IOException("disk")));
      complaints.tell();
      String said = log.getAll().substring(before);
      assertThat(said.indexOf(ONE)).isGreaterThan(said.indexOf(OTHER));
    }
  }

  @Test
  void whatWasNotSaidYetIsSaidWhenTheServerStops(CapturedOutput log) {
    try (var complaints = new Complaints()) {
      complaints.remember(new IllegalStateException("hope: 3"));
    }
    assertThat(log.getAll()).containsOnlyOnce(ONE);
  }
}
