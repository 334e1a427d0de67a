/** What may be shown of made-up firms, how fast that is decided, and what the usual rule leaks. */
@NullMarked
package nl.onderstroom.bench.gate;

import org.jspecify.annotations.NullMarked;
