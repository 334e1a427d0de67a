/** How fast answers become figures, with R on the same answers beside it. */
@NullMarked
package nl.onderstroom.bench.measure;

import org.jspecify.annotations.NullMarked;
