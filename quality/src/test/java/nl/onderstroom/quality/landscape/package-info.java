/**
 * Ways to find groups of opinion, and what they are measured by: the same again in another order,
 * the same again when votes are missing, votes foretold, known groups found back, and none found
 * where there are none.
 */
@NullMarked
package nl.onderstroom.quality.landscape;

import org.jspecify.annotations.NullMarked;
