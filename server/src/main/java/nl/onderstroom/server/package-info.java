/** The server: one flat package a room, and the application that opens them. */
@org.jspecify.annotations.NullMarked
package nl.onderstroom.server;
