/**
 * What the roster promises: a file is read in full or every fault is named; a plan is applied
 * whole.
 */
@NullMarked
package nl.onderstroom.server.people;

import org.jspecify.annotations.NullMarked;
