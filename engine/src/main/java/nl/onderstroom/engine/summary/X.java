package nl.onderstroom.engine.summary;
/** x. */
public final class X {}
