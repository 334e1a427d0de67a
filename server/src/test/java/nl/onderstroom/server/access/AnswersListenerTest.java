package nl.onderstroom.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** People sign in at one host and answer at another; a start that would mix them is refused. */
class AnswersListenerTest {
  private static AnswersListener at(String main, String answers) {
    return new AnswersListener(
        new MockEnvironment()
            .withProperty("server.port", "8080")
            .withProperty("onderstroom.url", main)
            .withProperty("onderstroom.answers.url", answers));
  }

  @ParameterizedTest
  @CsvSource({
    "https://oever.example, https://oever.example",
    "https://oever.example, https://oever.example:8443",
    "https://oever.example/, http://OEVER.example",
    "http://localhost:8080, http://localhost:8081",
    "http://127.0.0.1:8080, http://127.0.0.1:8081"
  })
  void oneHostForBothIsRefusedWhateverThePorts(String main, String answers) {
    assertThatThrownBy(() -> at(main, answers))
        .isInstanceOf(UnusableAddresses.class)
        .hasMessageContaining("ONDERSTROOM_ANSWERS_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "oever.example, https://answers.example, ONDERSTROOM_URL",
    "https://oever.example, answers, ONDERSTROOM_ANSWERS_URL",
    "https://oever.example, ftp://answers.example, ONDERSTROOM_ANSWERS_URL"
  })
  void whatIsNoAddressIsNamed(String main, String answers, String variable) {
    assertThatThrownBy(() -> at(main, answers))
        .isInstanceOf(UnusableAddresses.class)
        .hasMessageContaining(variable + " is");
  }

  @Test
  void onlyOneOfTheTwoIsRefusedUnlessItIsThisMachine() {
    assertThatThrownBy(() -> at("https://oever.example", ""))
        .isInstanceOf(UnusableAddresses.class)
        .hasMessageContaining("ONDERSTROOM_ANSWERS_URL is not set");
    assertThat(at("http://localhost:8080", "").main()).isEqualTo("http://localhost:8080");
  }

  @Test
  void addressesAreGivenWithoutASlashAtTheEnd() {
    AnswersListener two = at("https://oever.example/", "https://answers.example//");
    assertThat(two.main()).isEqualTo("https://oever.example");
    assertThat(two.answers()).isEqualTo("https://answers.example");
  }
}
