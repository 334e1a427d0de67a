package nl.onderstroom.bench.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nl.onderstroom.engine.landscape.Landscape;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.engine.landscape.VotesBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Landscapes of votes that are in memory, made again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LandscapeFits {
  /** Instead of a file: votes that are made up. */
  static final String SYNTHETIC = "synthetic";

  static final SyntheticConversation MIDDLING = new SyntheticConversation(20_000, 500, 196.5, 1);

  private static final LandscapeOptions UNCERTAINTY = LandscapeOptions.usual();

  private static final LandscapeOptions POINT =
      new LandscapeOptions(
          UNCERTAINTY.groups(),
          UNCERTAINTY.leastVotes(),
          UNCERTAINTY.seed(),
          0,
          UNCERTAINTY.threads());

  /** A file of votes, or {@value #SYNTHETIC}. */
  @Param(SYNTHETIC)
  public String subject = SYNTHETIC;

  private Votes votes = new VotesBuilder().build();

  /** Reads or makes the votes, once. */
  @Setup
  public void read() throws IOException {
    votes =
        subject.equals(SYNTHETIC) ? MIDDLING.votes() : PublicConversation.read(Path.of(subject));
  }

  /** Groups chosen, without confidence. */
  @Benchmark
  public Landscape point() {
    return LandscapeFit.of(votes, POINT).landscape();
  }

  /** As usual: with what is found again when votes are left out. */
  @Benchmark
  public Landscape withUncertainty() {
    return LandscapeFit.of(votes, UNCERTAINTY).landscape();
  }
}
