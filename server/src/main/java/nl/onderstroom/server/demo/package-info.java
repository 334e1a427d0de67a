/**
 * The example company: a pump maker of 420 people that starts with AI, meets fear and turns. A
 * seeded simulation with known truth, so that what the engine finds can be laid beside what was put
 * in.
 *
 * <p>{@code Company} says who works where; {@code Simulation} lets them answer six quarterly
 * rounds; {@code Truth} says what those answers come from. {@code DemoSeeding} lets that company
 * live through the same doors as everybody.
 */
@NullMarked
@ApplicationModule(displayName = "Demo")
package nl.onderstroom.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
