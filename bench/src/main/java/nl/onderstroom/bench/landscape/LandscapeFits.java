package nl.onderstroom.bench.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import nl.onderstroom.engine.landscape.Landscape;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.engine.landscape.NewVote;
import nl.onderstroom.engine.landscape.Vote;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.engine.landscape.VotesBuilder;
import org.jspecify.annotations.Nullable;
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

  /** A landscape and one more vote, for {@link #oneMoreVote}. */
  @State(Scope.Benchmark)
  public static class Standing {
    private @Nullable LandscapeFit fit;
    private List<NewVote> more = List.of();

    /** Looks at all votes, once, and takes a first vote in. */
    @Setup
    public void look(LandscapeFits fits) {
      Votes votes = fits.votes;
      int first = votes.start(0);
      more =
          List.of(
              new NewVote(
                  votes.personId(0),
                  votes.statementId(votes.statement(first)),
                  votes.code(first) == 2 ? Vote.DISAGREE : Vote.AGREE));
      fit = LandscapeFit.of(votes, POINT);
    }
  }

  /** One vote changed, warm. */
  @Benchmark
  public Landscape oneMoreVote(Standing standing) {
    return Objects.requireNonNull(standing.fit).with(standing.more).landscape();
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
