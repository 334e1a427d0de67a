/** The engine beside numbers of others: oracles, published data and brute force. */
@NullMarked
package nl.onderstroom.quality;

import org.jspecify.annotations.NullMarked;
