package nl.onderstroom.engine.summary;
/** x. */
final class X {}
