package nl.onderstroom.engine.measure;
/** x. */
final class X {}
