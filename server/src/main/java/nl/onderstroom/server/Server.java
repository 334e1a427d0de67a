package nl.onderstroom.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web application: every room below this package. */
@SpringBootApplication
public class Server {}
