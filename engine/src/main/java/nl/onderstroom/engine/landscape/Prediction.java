package nl.onderstroom.engine.landscape;

/** How a person would vote on a statement: three chances that add up to 1. */
public record Prediction(double agree, double disagree, double pass) {}
