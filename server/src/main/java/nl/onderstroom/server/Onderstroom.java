package nl.onderstroom.server;

import nl.onderstroom.server.command.Commands;

/** Where the launcher comes in. */
public final class Onderstroom {
  private Onderstroom() {}

  public static void main(String[] arguments) {
    int exit = Commands.run(arguments);
    if (exit != Commands.KEEPS_RUNNING) {
      System.exit(exit);
    }
  }
}
