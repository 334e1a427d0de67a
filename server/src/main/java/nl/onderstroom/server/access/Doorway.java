package nl.onderstroom.server.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says who an address is and who is here now. Roles are looked up at every page, so that a person
 * who has left the roster is out at once.
 */
@Component
public class Doorway {
  private final ObjectProvider<Directory> directories;
  private final String administrator;

  /**
   * @param administrator the address that may always come in as administrator, so that an empty
   *     installation can be set up; empty for none
   */
  Doorway(
      ObjectProvider<Directory> directories,
      @Value("${onderstroom.administrator:}") String administrator) {
    this.directories = directories;
    this.administrator = Identity.normalised(administrator);
  }

  Optional<SignedIn> find(String address) {
    return directories
        .orderedStream()
        .flatMap(directory -> directory.find(address).stream())
        .findFirst()
        .or(() -> firstAdministrator(address));
  }

  boolean isFirstAdministrator(String address) {
    return !administrator.isEmpty() && administrator.equals(address);
  }

  private Optional<SignedIn> firstAdministrator(String address) {
    return isFirstAdministrator(address)
        ? Optional.of(
            new SignedIn(
                new Identity(address, address),
                new Viewer(Set.of(Role.EMPLOYEE, Role.ADMINISTRATOR), "", Set.of())))
        : Optional.empty();
  }

  SignedIn current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof String address
        ? find(address).orElse(SignedIn.NOBODY)
        : SignedIn.NOBODY;
  }
}
