package nl.onderstroom.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.openjdk.jmh.profile.MemPoolProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What warm code costs, by JMH, in a process of its own.
 *
 * @param seconds each time, on average
 * @param peakBytes of the heap and all else that the JVM keeps count of, garbage included
 */
public record Warm(double seconds, double peakBytes) {
  private static final int WARMUPS = 3;
  private static final int MEASUREMENTS = 5;
  private static final double KIB = 1024;
  private static final String PEAK = "mempool.total.used";

  /**
   * A benchmark to measure.
   *
   * @param of the class
   * @param method that is measured
   * @param subject what it is given: the value of the one {@code @Param}, named {@code subject}
   * @param jvm options for its process
   */
  public record Benchmark(Class<?> of, String method, String subject, String... jvm) {}

  /**
   * Five measurements of a second (once at least), after three to warm up.
   *
   * @throws IllegalStateException when the benchmark fails, as it does when memory runs out
   */
  public static Warm measure(Benchmark benchmark) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^%s\\.%s$".formatted(benchmark.of().getName(), benchmark.method()))
            .param("subject", benchmark.subject())
            .forks(1)
            .warmupIterations(WARMUPS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(MEASUREMENTS)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend(benchmark.jvm())
            .addProfiler(MemPoolProfiler.class)
            .shouldFailOnError(true);
    var progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    try {
      RunResult result =
          new Runner(
                  options.build(),
                  OutputFormatFactory.createFormatInstance(progress, VerboseMode.SILENT))
              .runSingle();
      return new Warm(
          result.getPrimaryResult().getScore(),
          KIB * Objects.requireNonNull(result.getSecondaryResults().get(PEAK), PEAK).getScore());
    } catch (RunnerException e) {
      throw new IllegalStateException(benchmark.method() + " of " + benchmark.subject(), e);
    }
  }
}
