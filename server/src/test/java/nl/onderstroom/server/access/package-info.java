/** Who may come in, and by which address. */
@NullMarked
package nl.onderstroom.server.access;

import org.jspecify.annotations.NullMarked;
