package nl.onderstroom.server.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Words of every room in one source; pages as arguments and results of controllers. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {
  private static final String ROOMS = "nl/onderstroom/server/";

  /** Each room's bundle is found by its place: {@code nl.onderstroom.server.<room>.messages}. */
  @Bean
  static MessageSource messageSource() throws IOException {
    var source = new ResourceBundleMessageSource();
    source.setBasenames(
        Arrays.stream(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + ROOMS + "*/messages_nl.properties"))
            .map(Object::toString)
            .map(ShellConfiguration::bundleName)
            .sorted()
            .toArray(String[]::new));
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  private static String bundleName(String resource) {
    int from = resource.lastIndexOf(ROOMS) + ROOMS.length();
    String room = resource.substring(from, resource.indexOf('/', from));
    return "nl.onderstroom.server." + room + ".messages";
  }

  @Bean
  static WebMvcConfigurer pagesAndScreens(Pages pages, Screens screens) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pages);
      }

      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(screens);
      }
    };
  }
}
