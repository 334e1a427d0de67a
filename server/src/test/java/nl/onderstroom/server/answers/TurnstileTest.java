package nl.onderstroom.server.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a flood of ballots that all have to be checked. */
@Timeout(60)
class TurnstileTest {
  /** At it or waiting for it. */
  private static final int MOST = 512;

  private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

  private final Turnstile turnstile = new Turnstile();
  private final CountDownLatch held = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();

  @Test
  void asManyPassAtOnceAsThereAreProcessorsTheOthersWaitAndAllAreServed() throws Exception {
    List<Thread> flood = flood();
    assertThat(begun).hasValue(AT_ONCE);
    assertThat(served).hasValue(0);
    letPass(flood);
    assertThat(served).hasValue(MOST);
  }

  @Test
  void whoComesWhenTooManyWaitIsToldAtOnceAndNothingIsDone() throws Exception {
    List<Thread> flood = flood();
    assertThat(turnstile.pass(begun::incrementAndGet)).isEmpty();
    assertThat(begun).hasValue(AT_ONCE);
    letPass(flood);
    assertThat(turnstile.pass(() -> "afterwards")).contains("afterwards");
  }

  @Test
  void whatFailsTakesNobodysPlace() {
    for (int i = 0; i < 2 * MOST; i++) {
      assertThatThrownBy(() -> turnstile.pass(TurnstileTest::fail)).hasMessage("malformed");
    }
    assertThat(turnstile.pass(() -> "afterwards")).contains("afterwards");
  }

  private static String fail() {
    throw new IllegalArgumentException("malformed");
  }

  /** As many as there is place for: each is held, or waits for those who are. */
  private List<Thread> flood() throws InterruptedException {
    var flood = new ArrayList<Thread>();
    for (int i = 0; i < MOST; i++) {
      flood.add(Thread.startVirtualThread(this::come));
    }
    while (flood.stream().anyMatch(each -> each.getState() != Thread.State.WAITING)) {
      assertThat(flood).as("there is place for %d", MOST).allMatch(Thread::isAlive);
      Thread.sleep(1);
    }
    return flood;
  }

  private void come() {
    Optional<Integer> passed = turnstile.pass(this::check);
    passed.ifPresent(each -> served.incrementAndGet());
  }

  private int check() {
    int number = begun.incrementAndGet();
    try {
      held.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return number;
  }

  private void letPass(List<Thread> flood) throws InterruptedException {
    held.countDown();
    for (Thread each : flood) {
      each.join();
    }
  }
}
