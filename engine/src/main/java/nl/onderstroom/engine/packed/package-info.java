/**
 * The byte layer under the two binary formats of the engine.
 *
 * <p>A file is: four letters of magic, one byte of version, the body, and a CRC-32C of all before
 * it (four bytes, big-endian). Numbers in the body are LEB128 varints, signed ones in zigzag; texts
 * are UTF-8 after their length. The same value always gives the same bytes, so that files can be
 * compared and hashed.
 *
 * <p>Trade-offs. A checksum finds accidents, every burst of up to 32 bits among them; it does not
 * prove who wrote the bytes. The reader therefore trusts nothing: it bounds every number and never
 * sets memory aside for more elements than bytes are left.
 */
@NullMarked
package nl.onderstroom.engine.packed;

import org.jspecify.annotations.NullMarked;
