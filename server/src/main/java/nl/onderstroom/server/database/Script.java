package nl.onderstroom.server.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One migration of a room, as Flyway knows it.
 *
 * @param version what stands between V and two underscores in the name of its file
 * @param checksum CRC-32 over its lines in UTF-8 without line ends, which is Flyway's
 */
record Script(String room, String version, int checksum) {
  /** Where the folders of the rooms lie on the class path. */
  static final String ROOMS = "nl/onderstroom/server/";

  private static final Pattern PATH =
      Pattern.compile(".*/" + ROOMS + "([a-z]+)/V([^/]+?)__[^/]+[.]sql");

  /** The scripts of these rooms on the class path. */
  static Set<Script> list(List<String> rooms) throws IOException {
    Set<Script> scripts = new HashSet<>();
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOMS + "*/V*.sql");
    for (Resource file : files) {
      Matcher path = PATH.matcher(file.getURL().getPath());
      if (path.matches() && rooms.contains(path.group(1))) {
        scripts.add(new Script(path.group(1), path.group(2), checksum(file)));
      }
    }
    return scripts;
  }

  private static int checksum(Resource file) throws IOException {
    CRC32 sum = new CRC32();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        sum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) sum.getValue();
  }
}
