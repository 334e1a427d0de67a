package nl.onderstroom.engine.disclosure;
/** x. */
final class X {}
