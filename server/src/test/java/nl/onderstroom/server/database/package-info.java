@NullMarked
package nl.onderstroom.server.database;

import org.jspecify.annotations.NullMarked;
