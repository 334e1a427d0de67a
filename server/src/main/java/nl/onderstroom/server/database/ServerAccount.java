package nl.onderstroom.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account that PostgreSQL's programs run as. PostgreSQL refuses the administrator (uid 0), so
 * that someone who breaks in through it does not hold the machine. An ordinary user just starts it;
 * for root there are two ways:
 *
 * <ul>
 *   <li>{@code unshare}: a user namespace in which root goes by the name of an ordinary account. It
 *       gives up root's powers but keeps root's files, so the data folder may lie anywhere and
 *       changes no owner. Tried first.
 *   <li>{@code setpriv}: truly become that account. The data folder is given to it, and the folders
 *       above must let it pass. For machines and containers where user namespaces are switched off.
 * </ul>
 *
 * @param prefix what goes before a command
 * @param fileOwner the uid and gid that must own the data folder; null when that is who we are
 */
record ServerAccount(List<String> prefix, @Nullable FileOwner fileOwner) {
  private static final List<String> PREFERRED = List.of("onderstroom", "postgres", "nobody");
  private static final Path ACCOUNTS = Path.of("/etc/passwd");

  /** Numbers of a user and a group of this machine. */
  record FileOwner(int uid, int gid) {}

  /**
   * @throws DatabaseUnavailable when we are root and cannot be anyone else
   */
  static ServerAccount find() {
    if (ownUid() != 0) {
      return new ServerAccount(List.of(), null);
    }
    FileOwner ordinary = ordinaryAccount();
    return Stream.of(unshare(ordinary), setpriv(ordinary))
        .filter(ServerAccount::works)
        .findFirst()
        .orElseThrow(() ->
            new DatabaseUnavailable(
                "PostgreSQL does not run as root, and this machine lets root become no one else: neither \"unshare\" nor \"setpriv\" works. Start Onderstroom as an ordinary user, or name another database in %s."
                    .formatted(DatabaseSettings.URL)));
  }

  static int ownUid() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static ServerAccount unshare(FileOwner account) {
    return new ServerAccount(List.of("unshare", "--user", "--map-user=" + account.uid()), null);
  }

  static ServerAccount setpriv(FileOwner account) {
    return new ServerAccount(
        List.of(
            "setpriv",
            "--reuid=" + account.uid(),
            "--regid=" + account.gid(),
            "--clear-groups",
            "--no-new-privs"),
        account);
  }

  /** One that has a name on this machine: initdb looks it up. */
  static FileOwner ordinaryAccount() {
    try (Stream<String> lines = Files.lines(ACCOUNTS)) {
      Map<String, FileOwner> byName =
          lines
              .map(line -> line.split(":", -1))
              .filter(fields -> fields.length > 3 && PREFERRED.contains(fields[0]))
              .collect(
                  Collectors.toMap(
                      fields -> fields[0],
                      fields ->
                          new FileOwner(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])),
                      (first, second) -> first));
      return PREFERRED.stream()
          .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
          .findFirst()
          .orElseThrow(() ->
              new DatabaseUnavailable(
                  "PostgreSQL does not run as root, and %s has none of the accounts %s. Add one, for example with \"useradd --system onderstroom\"."
                      .formatted(ACCOUNTS, PREFERRED)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean works() {
    try {
      Process probe =
          process(List.of("true"), Path.of("/"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The command as this account. It sees no variable of ours: those may hold passwords. */
  ProcessBuilder process(List<String> command, Path directory) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    ProcessBuilder process = new ProcessBuilder(whole).directory(directory.toFile());
    String path = process.environment().getOrDefault("PATH", "/usr/bin:/bin");
    process.environment().clear();
    process.environment().putAll(Map.of("PATH", path, "LC_ALL", "C"));
    return process;
  }

  /** Gives the folder and all in it to the account, where it is not so yet. */
  void own(Path folder) throws IOException {
    if (fileOwner == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Map<String, Object> now =
            Files.readAttributes(path, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
        if (!now.equals(Map.of("uid", fileOwner.uid(), "gid", fileOwner.gid()))) {
          Files.setAttribute(path, "unix:uid", fileOwner.uid(), LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:gid", fileOwner.gid(), LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
