package nl.onderstroom.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself in {@code postmaster.pid}, and leaves behind when it is
 * killed.
 *
 * @param pid number of its process
 * @param port TCP port, 0 while it has none
 * @param isReady whether it accepts connections
 * @see <a
 *     href="https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/utils/pidfile.h">
 *     pidfile.h, which numbers the lines</a>
 */
record PostmasterFile(long pid, int port, boolean isReady) {
  static final String NAME = "postmaster.pid";

  /** Empty when there is none, or when the server is just writing it. */
  static Optional<PostmasterFile> find(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve(NAME));
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.get(0).strip());
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      boolean isReady = lines.size() > 7 && lines.get(7).strip().equals("ready");
      return Optional.of(new PostmasterFile(pid, port, isReady));
    } catch (NoSuchFileException | NumberFormatException notYet) {
      return Optional.empty();
    }
  }

  /** Whether that process serves this cluster: not when it is dead, or another program by now. */
  boolean serves(Path cluster) {
    try {
      // A server works in its cluster's folder.
      return Files.isSameFile(Path.of("/proc/" + pid + "/cwd"), cluster);
    } catch (IOException goneOrForeign) {
      return false;
    }
  }
}
