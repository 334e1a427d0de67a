/**
 * Letters to people. Sends by SMTP when a mail server is set; keeps no copy of what was sent, to
 * whom or when.
 */
@NullMarked
@ApplicationModule(
    displayName = "Notify",
    allowedDependencies = {})
package nl.onderstroom.server.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
