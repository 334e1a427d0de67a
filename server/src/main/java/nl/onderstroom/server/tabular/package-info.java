/**
 * Files of rows that people make in a spreadsheet: text in UTF-8, separated by commas, semicolons
 * or tabs, read as a stream. Knows nothing of what the rows mean, so that both wings may use it.
 */
@NullMarked
@ApplicationModule(
    displayName = "Tabular",
    allowedDependencies = {})
package nl.onderstroom.server.tabular;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
