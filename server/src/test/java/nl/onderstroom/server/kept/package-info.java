/** What everybody reads of what is kept of them. */
@NullMarked
package nl.onderstroom.server.kept;

import org.jspecify.annotations.NullMarked;
