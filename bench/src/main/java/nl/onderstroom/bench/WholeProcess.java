package nl.onderstroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command cost from its start to its end.
 *
 * @param seconds that passed
 * @param peakBytes of memory that was resident at most (VmHWM, which only Linux tells)
 */
public record WholeProcess(double seconds, double peakBytes) {
  private static final int LOOK_MILLIS = 10;
  private static final double KIB = 1024;
  private static final double SECOND_NANOS = 1e9;
  private static final String PEAK = "VmHWM:";

  /**
   * Runs it, with what it prints in a file.
   *
   * @throws IOException when it does not start or does not end well; what it printed is told
   */
  public static WholeProcess run(Path log, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    double peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakBytes(status));
    }
    double seconds = (System.nanoTime() - start) / SECOND_NANOS;
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with %d: %s"
              .formatted(String.join(" ", command), process.exitValue(), Files.readString(log)));
    }
    return new WholeProcess(seconds, peak);
  }

  /** 0 when it cannot be read: it has just ended. */
  private static double peakBytes(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(PEAK))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KIB)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
