package nl.onderstroom.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The web application: every room below this package. Two rooms may use the same simple name for
 * their own things, so the container knows them by their full names.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Server {}
