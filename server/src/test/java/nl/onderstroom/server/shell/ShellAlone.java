package nl.onderstroom.server.shell;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The shell without any other room: open to everybody, with a visitor who is signed in. */
@NullMarked
// Only when a test of the shell asks for it: the whole house finds this class too.
@ConditionalOnProperty("onderstroom.parts")
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class ShellAlone {
  private static final String STRICT =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Bean
  SecurityFilterChain open(HttpSecurity http) {
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(STRICT)))
        .build();
  }

  @Bean
  Visitor.Source programmeLead() {
    var visitor =
        new Visitor(
            "Noor de Wit",
            "shell.skip",
            List.of(
                new Visitor.Destination("/parts", "shell.parts.crumb.rounds"),
                new Visitor.Destination("/people", "shell.parts.figures.team"),
                new Visitor.Destination("/worries", "shell.parts.figures.worry"),
                new Visitor.Destination("/help", "shell.menu")));
    return () -> visitor;
  }

  /** A room that refuses, and one that breaks. */
  @Controller
  static class Trouble {
    @GetMapping("/refusal")
    Screen refuse() {
      throw new Refusal(HttpStatus.CONFLICT, "shell.parts.asks");
    }

    @GetMapping("/fault")
    Screen fail() {
      throw new IllegalStateException("secret inside");
    }
  }
}
