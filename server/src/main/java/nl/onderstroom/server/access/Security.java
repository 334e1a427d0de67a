package nl.onderstroom.server.access;

import nl.onderstroom.server.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Which doors are open. Two chains: where people answer there is no session, no cookie and no
 * visitor (a ballot is all that counts there); every other page has a session and needs a visitor
 * unless it is named here.
 */
@Configuration(proxyBeanMethods = false)
class Security {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";
  private static final String PERMISSIONS =
      "camera=(), geolocation=(), microphone=(), browsing-topics=()";

  @Bean
  @Order(1)
  SecurityFilterChain answering(HttpSecurity http) {
    return withHeaders(http)
        .securityMatcher(request ->
            Pages.isAnonymous(request) || request.getRequestURI().startsWith(TwoDoors.ASSETS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nothing rides on a cookie here, so there is nothing to forge.
        .csrf(CsrfConfigurer::disable)
        .requestCache(cache -> cache.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain signedInPages(HttpSecurity http) {
    return withHeaders(http)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/", "/sign-in/**", "/sign-in", "/language", "/error", "/alive")
                .permitAll()
                .requestMatchers("/parts", "/favicon.ico")
                .permitAll()
                .anyRequest()
                .authenticated())
        // Choosing a language changes nothing that matters.
        .csrf(tokens -> tokens.ignoringRequestMatchers("/language"))
        .exceptionHandling(problems ->
            problems.authenticationEntryPoint(
                (request, response, problem) -> response.sendRedirect("/sign-in")))
        .logout(logout ->
            logout
                .logoutUrl("/sign-out")
                .logoutSuccessUrl("/sign-in?notice=signed-out")
                .deleteCookies("JSESSIONID"))
        .build();
  }

  private static HttpSecurity withHeaders(HttpSecurity http) {
    return http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
            .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
            .crossOriginOpenerPolicy(policy ->
                policy.policy(
                    org.springframework.security.web.header.writers
                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
            .frameOptions(frames -> frames.deny()));
  }

  @Bean
  SecurityContextRepository signedInSessions() {
    return new HttpSessionSecurityContextRepository();
  }

  /** There are no passwords; without this, Spring makes up a user with one and logs it. */
  @Bean
  UserDetailsService noPasswords() {
    return name -> {
      throw new UsernameNotFoundException("Nobody signs in with a password.");
    };
  }
}
