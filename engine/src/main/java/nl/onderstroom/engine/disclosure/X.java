package nl.onderstroom.engine.disclosure;
/** x. */
public final class X {}
