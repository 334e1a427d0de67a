/**
 * Speed: what is measured, how, and the table in which it is told with the limit or a peer's figure
 * beside it. One package for each benchmark.
 */
@NullMarked
package nl.onderstroom.bench;

import org.jspecify.annotations.NullMarked;
