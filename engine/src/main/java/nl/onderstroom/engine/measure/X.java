package nl.onderstroom.engine.measure;
/** x. */
public final class X {}
