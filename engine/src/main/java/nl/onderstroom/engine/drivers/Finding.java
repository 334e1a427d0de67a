package nl.onderstroom.engine.drivers;

/** What goes together with an outcome, or why that is not said. */
public sealed interface Finding permits RelativeImportance, Refusal {}
