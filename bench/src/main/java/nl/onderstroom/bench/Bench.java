package nl.onderstroom.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nl.onderstroom.bench.ballots.BallotsBench;
import nl.onderstroom.bench.ballots.PeakBench;
import nl.onderstroom.bench.gate.GateBench;
import nl.onderstroom.bench.landscape.LandscapeBench;
import nl.onderstroom.bench.measure.MeasureBench;

/**
 * Where the launcher comes in: {@code NAME [--shared DIR]} or {@code ballots --peak}, from the
 * folder of the checkout.
 */
public final class Bench {
  private static final int BAD_USE = 2;
  private static final String SHARED = "--shared";
  private static final String PEAK = "--peak";

  private Bench() {}

  /** Prints one table on standard output; how far it is on standard error. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean peak = List.of(arguments).equals(List.of("ballots", PEAK));
    if (arguments.length == 3 && arguments[1].equals(SHARED)) {
      System.setProperty(SharedFolder.PROPERTY, Path.of(arguments[2]).toAbsolutePath().toString());
    } else if (arguments.length != 1 && !peak) {
      refuse(
          "give the name of one benchmark, and perhaps %s DIR; or ballots %s"
              .formatted(SHARED, PEAK));
    }
    Path launcher = Path.of("onderstroom").toAbsolutePath();
    Table table =
        switch (arguments[0]) {
          case "ballots" -> peak ? new PeakBench().run() : new BallotsBench().run();
          case "gate" -> new GateBench().run();
          case "landscape" -> new LandscapeBench(launcher).run();
          case "measure" -> new MeasureBench().run();
          default -> refuse("there is no benchmark \"%s\"".formatted(arguments[0]));
        };
    table.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  private static Table refuse(String why) {
    System.err.println(why);
    System.exit(BAD_USE);
    throw new IllegalStateException(why);
  }
}
