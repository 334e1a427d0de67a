package nl.onderstroom.bench.measure;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.onderstroom.bench.ScratchFolder;
import nl.onderstroom.bench.WholeProcess;

/**
 * R, where it is on the PATH, on the same answers: {@code measure.R} beside this class times it
 * from data in memory to the result.
 */
final class PeerInR {
  private static final String PROGRAM = "Rscript";
  private static final String SCRIPT = "measure.R";
  private static final String BINARY = ".bin";
  private static final String NOT_INSTALLED = "not installed";
  private static final String USED = "used";

  /** What R says of a row. */
  sealed interface Said {
    /** Seconds, and the result. */
    record Measured(double seconds, List<Double> numbers) implements Said {
      public Measured {
        numbers = List.copyOf(numbers);
      }
    }

    /** There is no R, or not this package of it. */
    record Missing(String what) implements Said {}
  }

  private final Map<String, Said> rows;
  private final Optional<String> versions;

  private PeerInR(Map<String, Said> rows, Optional<String> versions) {
    this.rows = rows;
    this.versions = versions;
  }

  /**
   * Runs it, about a minute.
   *
   * @throws IOException when it is there and fails; what it printed is told
   */
  static PeerInR run() throws IOException, InterruptedException {
    if (!isOnPath()) {
      return new PeerInR(Map.of(), Optional.empty());
    }
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Path folder = scratch.path();
      Path script = folder.resolve(SCRIPT);
      try (InputStream source = PeerInR.class.getResourceAsStream(SCRIPT)) {
        Files.copy(Objects.requireNonNull(source, SCRIPT), script);
      }
      writeAnswers(folder);
      WholeProcess.run(
          folder.resolve("log"), List.of(PROGRAM, script.toString(), folder.toString()));
      return read(folder.resolve("results.tsv"));
    }
  }

  /** Of R and its packages that were used; empty without R. */
  Optional<String> versions() {
    return versions;
  }

  Said get(String row) {
    return rows.getOrDefault(row, new Said.Missing("R"));
  }

  private static boolean isOnPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  private static void writeAnswers(Path folder) throws IOException {
    for (int drivers : MeasureBench.DRIVERS) {
      write(folder, "drivers" + drivers, DriverFits.made(drivers).columns());
    }
    write(folder, "items", AlphaFits.made(MeasureBench.PEOPLE));
    MadeTeams teams = TeamFits.made(MeasureBench.PEOPLE);
    write(folder, "team", teams.team());
    write(folder, "score", teams.scores());
  }

  private static void write(Path folder, String name, double[] values) throws IOException {
    byte[] bytes = new byte[Double.BYTES * values.length];
    inOrder(bytes).asDoubleBuffer().put(values);
    Files.write(folder.resolve(name + BINARY), bytes);
  }

  private static void write(Path folder, String name, int[] values) throws IOException {
    byte[] bytes = new byte[Integer.BYTES * values.length];
    inOrder(bytes).asIntBuffer().put(values);
    Files.write(folder.resolve(name + BINARY), bytes);
  }

  private static ByteBuffer inOrder(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static PeerInR read(Path results) throws IOException {
    Map<String, Said> rows = new HashMap<>();
    Optional<String> versions = Optional.empty();
    for (String line : Files.readAllLines(results)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals(USED)) {
        versions = Optional.of(cells[2]);
      } else if (cells[1].equals(NOT_INSTALLED)) {
        rows.put(cells[0], new Said.Missing(cells[2]));
      } else {
        List<Double> numbers = Arrays.stream(cells).skip(2).map(Double::valueOf).toList();
        rows.put(cells[0], new Said.Measured(Double.parseDouble(cells[1]), numbers));
      }
    }
    return new PeerInR(rows, versions);
  }
}
