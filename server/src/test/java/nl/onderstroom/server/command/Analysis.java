package nl.onderstroom.server.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code analyse survey} in a folder of its own: what it is given, and what it leaves. */
final class Analysis {
  private final Path folder;
  private String said = "";

  Analysis(Path folder) {
    this.folder = folder;
  }

  /** The exit status. */
  int run(String answers, String map, String... more) {
    try {
      Files.writeString(folder.resolve("answers.csv"), answers);
      Files.writeString(folder.resolve("map.yaml"), map);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] start = {
      "analyse", "survey",
      "--data", folder.resolve("answers.csv").toString(),
      "--map", folder.resolve("map.yaml").toString(),
      "--out", folder.resolve("out").toString()
    };
    String[] all = new String[start.length + more.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    PrintStream before = System.err;
    var heard = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
      return Commands.run(all);
    } finally {
      System.setErr(before);
      said = heard.toString(StandardCharsets.UTF_8);
    }
  }

  /** On the error stream. */
  String said() {
    return said;
  }

  JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/survey.json")));
  }

  String html() throws IOException {
    return Files.readString(folder.resolve("out/survey.html"));
  }
}
