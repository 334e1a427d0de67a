@NullMarked
package nl.onderstroom.engine.landscape;

import org.jspecify.annotations.NullMarked;
