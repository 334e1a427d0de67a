/** Measuring beside R: reliability, ordinal items, invariance between groups. */
@NullMarked
package nl.onderstroom.quality.measure;

import org.jspecify.annotations.NullMarked;
