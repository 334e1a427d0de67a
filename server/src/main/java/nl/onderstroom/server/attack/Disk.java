package nl.onderstroom.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every byte in a folder that nobody writes to any more: tables, indexes, write-ahead log, logs;
 * the ballot boxes, opened with their keys; and names of files, with when they were last written.
 */
final class Disk {
  static final String BOX = "ballot box, opened";

  private static final String WRITE_AHEAD_LOG = "pg_wal";

  private final Path folder;
  private final String prefix;
  private final Serials serials;
  private final Map<String, Trace.Builder> traces = new HashMap<>();
  private long logBytes;

  private Disk(Path folder, String prefix, Serials serials) {
    this.folder = folder;
    this.prefix = prefix;
    this.serials = serials;
  }

  /**
   * @param prefix of the names of what is found
   */
  static List<Trace> traces(Path folder, String prefix, Serials serials) {
    var disk = new Disk(folder, prefix, serials);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        disk.read(file);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return disk.traces.values().stream()
        .flatMap(Trace.Builder::build)
        .filter(trace -> !trace.places().isEmpty())
        .toList();
  }

  private void read(Path file) throws IOException {
    String name = folder.relativize(file).toString();
    long written = Files.getLastModifiedTime(file).toMillis();
    serials.find(
        name.getBytes(StandardCharsets.UTF_8),
        0,
        (ballot, place) -> trace("times of files").found(ballot, written));
    if (name.endsWith(OpenedBox.BOX)) {
      OpenedBox.open(file).find(serials, trace(BOX));
    } else if (name.contains(WRITE_AHEAD_LOG)) {
      // One log in many files, whose names are in order.
      byte[] content = Files.readAllBytes(file);
      serials.find(content, logBytes, trace("write-ahead log"));
      logBytes += content.length;
    } else {
      serials.find(Files.readAllBytes(file), 0, trace(name));
    }
  }

  private Trace.Builder trace(String where) {
    return traces.computeIfAbsent(prefix + where, Trace.Builder::new);
  }
}
