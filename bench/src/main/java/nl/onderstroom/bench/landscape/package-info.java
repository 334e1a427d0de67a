/** How fast an opinion landscape is made, and in how much memory. */
@NullMarked
package nl.onderstroom.bench.landscape;

import org.jspecify.annotations.NullMarked;
