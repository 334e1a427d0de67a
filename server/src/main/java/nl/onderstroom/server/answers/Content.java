package nl.onderstroom.server.answers;

/** What is handed in with a ballot. */
public sealed interface Content permits Sheet, Worry {}
