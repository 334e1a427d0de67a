package nl.onderstroom.bench.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.bench.Figures;
import nl.onderstroom.bench.ScratchFolder;
import nl.onderstroom.bench.SharedFolder;
import nl.onderstroom.bench.Table;
import nl.onderstroom.bench.Warm;
import nl.onderstroom.bench.WholeProcess;

/**
 * Landscapes of real and of made-up conversations, on two processors: warm code by JMH, the largest
 * as a whole process. The peers' figures were measured earlier, on the same files (the real ones)
 * and on votes of the same size (the made-up ones).
 */
public final class LandscapeBench {
  private static final String TWO_PROCESSORS = "-XX:ActiveProcessorCount=2";
  private static final SyntheticConversation LARGE =
      new SyntheticConversation(1_000_000, 1000, 50, 1);

  private static final Peers SYNTHETIC_PEERS = new Peers("137.8 s", "22.9 s", "23.4 s");
  private static final Peers NOBODY = new Peers(Table.NONE, Table.NONE, Table.NONE);

  private final Path launcher;
  private final Table table =
      new Table(
          "an opinion landscape, on two processors",
          "Polis, Clojure*",
          "Polis, Python*",
          "red-dwarf*",
          "target",
          "ours");

  /** What other programs take, measured earlier; they give a point estimate. */
  private record Peers(String clojure, String python, String redDwarf) {}

  /** A real conversation, in the folder of shared data. */
  private record Real(String name, String size, Peers peers, String point, String usual) {}

  private static final List<Real> REAL =
      List.of(
          new Real(
              "american-assembly.bowling-green",
              "2,031 × 896",
              new Peers("46.8 s", "2.97 s", "0.96 s"),
              "50 ms",
              "0.5 s"),
          new Real(
              "vtaiwan.uberx",
              "1,921 × 197",
              new Peers("8.2 s", "1.95 s", "0.22 s"),
              Table.NONE,
              Table.NONE),
          new Real(
              "scoop-hivemind.biodiversity",
              "536 × 314",
              new Peers("3.5 s", "0.99 s", "0.19 s"),
              Table.NONE,
              Table.NONE));

  /**
   * @param launcher the project's script
   */
  public LandscapeBench(Path launcher) {
    this.launcher = launcher;
  }

  /** Takes some minutes; says how far it is on standard error. */
  public Table run() throws IOException, InterruptedException {
    for (Real real : REAL) {
      real(real);
    }
    middling();
    large();
    table.note("* measured earlier on two processors; each a point estimate");
    return table;
  }

  private void real(Real real) {
    String path = "data/conversations/%s/votes.csv".formatted(real.name());
    Optional<Path> votes = SharedFolder.find(path);
    if (votes.isEmpty()) {
      say("%s is skipped: there is no %s in a folder of shared data", real.name(), path);
      return;
    }
    String subject = votes.get().toAbsolutePath().toString();
    String name = "%s, %s".formatted(real.name(), real.size());
    row(name + ", point estimate", real.peers(), real.point(), warm("point", subject).seconds());
    row(
        name + ", with uncertainty",
        real.peers(),
        real.usual(),
        warm("withUncertainty", subject).seconds());
    if (real.equals(REAL.getFirst())) {
      double seconds = warm("oneMoreVote", subject).seconds();
      row(name + ", one vote more, warm", NOBODY, "2 ms", seconds);
    }
  }

  private void middling() {
    String name = "synthetic, 20,000 × 500, 3.9 M votes";
    Warm point = warm("point", LandscapeFits.SYNTHETIC);
    row(name + ", point estimate", SYNTHETIC_PEERS, "0.5 s", point.seconds());
    memory(name + ", its memory", "1 GB", point.peakBytes());
    Warm usual = warm("withUncertainty", LandscapeFits.SYNTHETIC);
    row(name + ", with uncertainty", SYNTHETIC_PEERS, "5 s", usual.seconds());
  }

  private void large() throws IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.make()) {
      Path file = scratch.path().resolve("votes.bin");
      Path out = scratch.path().resolve("out");
      Path log = scratch.path().resolve("log");
      say("making up the votes of %,d people", LARGE.people());
      long votes = PackedVotesFile.write(LARGE, file);
      say("a whole process on %,d votes", votes);
      WholeProcess all =
          WholeProcess.run(
              log,
              List.of(
                  launcher.toString(),
                  "analyse",
                  "landscape",
                  "--votes",
                  file.toString(),
                  "--out",
                  out.toString(),
                  "--threads",
                  "2"));
      String name = "synthetic, 1,000,000 × 1,000, %.1f M votes".formatted(votes / 1e6);
      row(name + ", whole process from a packed file", NOBODY, "30 s", all.seconds());
      memory(name + ", its resident memory", "6 GB", all.peakBytes());
    }
  }

  private static Warm warm(String method, String subject) {
    say("warm: %s of %s", method, subject);
    return Warm.measure(
        new Warm.Benchmark(LandscapeFits.class, method, subject, TWO_PROCESSORS, "-Xmx1g"));
  }

  private void row(String name, Peers peers, String target, double seconds) {
    table.row(
        name, peers.clojure(), peers.python(), peers.redDwarf(), target, Figures.seconds(seconds));
  }

  private void memory(String name, String target, double bytes) {
    table.row(name, Table.NONE, Table.NONE, Table.NONE, target, Figures.bytes(bytes));
  }

  private static void say(String format, Object... arguments) {
    System.err.printf(format + "%n", arguments);
  }
}
