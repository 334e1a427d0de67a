package nl.onderstroom.server.shell;

/** One step of the way back that a page shows above its title: {@code text} as read, linked. */
public record Crumb(String path, String text) {}
