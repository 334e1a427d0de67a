/** What the floors promise: nobody lowers them alone, and every step is there to be read. */
@NullMarked
package nl.onderstroom.server.floors;

import org.jspecify.annotations.NullMarked;
