package nl.onderstroom.server;

import org.springframework.boot.SpringApplication;

/** Where the launcher comes in. */
public final class Onderstroom {
  private Onderstroom() {}

  public static void main(String[] arguments) {
    SpringApplication.run(Server.class, arguments);
  }
}
