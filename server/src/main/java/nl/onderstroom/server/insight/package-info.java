/**
 * What was heard: releases and the pages made from them. {@code Publishing} is the one door; it
 * reads summaries, asks the gate, and keeps the release. Everything else here takes a release and
 * cannot reach a summary or a person. Part of the nameless wing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Insight",
    allowedDependencies = {"answers", "rounds", "database", "shell", "access"})
package nl.onderstroom.server.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
