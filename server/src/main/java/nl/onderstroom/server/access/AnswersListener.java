package nl.onderstroom.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import nl.onderstroom.server.shell.Addresses;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The second listener, where people answer: a port of its own, reached by a host name of its own.
 * Browsers keep cookies, storage and referrers apart by host, not by port.
 */
@Component
class AnswersListener
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Addresses {
  private static final String ANY_FREE = ":0";

  private final Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
  private final Environment environment;
  private final String main;
  private final String answers;

  /**
   * @throws UnusableAddresses when the two addresses are not two hosts, or people elsewhere have
   *     one of them only
   */
  AnswersListener(Environment environment) {
    this.environment = environment;
    this.main = address("onderstroom.url");
    this.answers = address("onderstroom.answers.url");
    connector.setPort(port(environment));
    requireTwoHosts();
  }

  /** The given one; else the one after the main one, or a free one when that is a free one. */
  private static int port(Environment environment) {
    int main = environment.getProperty("server.port", Integer.class, 0);
    String given = environment.getProperty("onderstroom.answers.port", "");
    return given.isBlank() ? main == 0 ? 0 : main + 1 : Integer.parseInt(given.strip());
  }

  private String address(String property) {
    return environment.getProperty(property, "").strip().replaceAll("/+$", "");
  }

  private void requireTwoHosts() {
    String mainHost = host("ONDERSTROOM_URL", main);
    if (answers.isEmpty()) {
      if (!mainHost.equals("localhost")) {
        throw new UnusableAddresses(
            "ONDERSTROOM_URL is %s, but ONDERSTROOM_ANSWERS_URL is not set: nobody could answer from another machine. Give it a host name of its own, such as https://answers.example.org."
                .formatted(main));
      }
      return;
    }
    if (mainHost.equals(host("ONDERSTROOM_ANSWERS_URL", answers))) {
      throw new UnusableAddresses(
          "People would sign in and answer at the same host, %s: their browsers would show who they are when they answer. Give ONDERSTROOM_URL and ONDERSTROOM_ANSWERS_URL two host names, such as onderstroom.example.org and answers.example.org."
              .formatted(mainHost));
    }
  }

  private static String host(String variable, String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return uri.getHost().toLowerCase(Locale.ROOT);
      }
    } catch (IllegalArgumentException malformed) {
      // As an address without a host.
    }
    throw new UnusableAddresses(
        "%s is \"%s\"; expected an address such as https://onderstroom.example.org."
            .formatted(variable, address));
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (factory.getAddress() != null) {
      connector.setProperty("address", factory.getAddress().getHostAddress());
    }
    connector.getProtocolHandler().setExecutor(new VirtualThreadTaskExecutor("answers-"));
    factory.addAdditionalConnectors(connector);
  }

  /** Whether this visit came in here. */
  boolean took(HttpServletRequest request) {
    return request.getLocalPort() == connector.getLocalPort();
  }

  @Override
  public String main() {
    return main.endsWith(ANY_FREE)
        ? main.substring(0, main.length() - 1) + environment.getProperty("local.server.port")
        : main;
  }

  @Override
  public String answers() {
    return answers.isEmpty() ? "http://127.0.0.1:" + connector.getLocalPort() : answers;
  }
}
