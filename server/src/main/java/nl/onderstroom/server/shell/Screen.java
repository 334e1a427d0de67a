package nl.onderstroom.server.shell;

import org.springframework.http.HttpStatus;

/**
 * A page ready to be written.
 *
 * @param template {@code room/name} of a JTE template with the parameters {@code page} and {@code
 *     view}
 */
public record Screen(HttpStatus status, String template, Page page, Object view) {}
