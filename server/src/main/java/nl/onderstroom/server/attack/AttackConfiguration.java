package nl.onderstroom.server.attack;

import java.util.List;
import nl.onderstroom.server.access.Personas;
import nl.onderstroom.server.access.Role;
import nl.onderstroom.server.database.NamelessDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A firm where anybody can be anybody, in an attack only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(AttackConfiguration.PEOPLE)
class AttackConfiguration {
  static final String PEOPLE = "onderstroom.attack.people";

  @Bean
  static Personas personas(@Value("${" + PEOPLE + "}") int people) {
    List<Personas.Persona> everybody =
        Firm.numbers(people)
            .mapToObj(each ->
                new Personas.Persona(
                    Firm.address(each), Firm.name(each), Role.EMPLOYEE, "attack.persona"))
            .toList();
    return () -> everybody;
  }

  @Bean
  @ConditionalOnProperty(Breakage.PROPERTY)
  static FilterRegistrationBean<BrokenDoor> brokenDoor(
      @Value("${" + Breakage.PROPERTY + "}") Breakage breakage, NamelessDatabase database) {
    return new FilterRegistrationBean<>(new BrokenDoor(breakage, database));
  }
}
