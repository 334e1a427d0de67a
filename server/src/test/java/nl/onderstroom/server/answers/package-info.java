/** Answers come in once, count once, and are gone when the round closes. */
@NullMarked
package nl.onderstroom.server.answers;

import org.jspecify.annotations.NullMarked;
