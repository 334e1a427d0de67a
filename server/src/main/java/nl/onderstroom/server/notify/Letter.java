package nl.onderstroom.server.notify;

/** A plain-text mail to one person. */
public record Letter(String address, String subject, String text) {}
