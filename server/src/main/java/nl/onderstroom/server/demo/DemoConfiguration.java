package nl.onderstroom.server.demo;

import nl.onderstroom.server.access.Personas;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The example company, in the demo only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("onderstroom.demo")
class DemoConfiguration {
  @Bean
  static Company company(
      @Value("${onderstroom.demo.seed:" + Company.DEFAULT_SEED + "}") long seed) {
    return Company.example(seed);
  }

  @Bean
  static Personas personas(Company company) {
    return new DemoPersonas(company);
  }

  @Bean
  static DemoWallets wallets(
      Company company, @Value("${onderstroom.demo.seed:" + Company.DEFAULT_SEED + "}") long seed) {
    return new DemoWallets(company, seed);
  }

  @Bean
  static Simulation simulation(
      Company company, @Value("${onderstroom.demo.seed:" + Company.DEFAULT_SEED + "}") long seed) {
    return new Simulation(company, seed);
  }
}
