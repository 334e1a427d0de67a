package nl.onderstroom.server.landscape;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.engine.landscape.Votes;
import nl.onderstroom.server.shell.Languages;
import nl.onderstroom.server.shell.Words;
import tools.jackson.core.JacksonException;

/** The opinion landscape of a file of votes, as a report in a folder. Needs no server. */
public final class LandscapeAnalysis {
  private static final double SECOND_NANOS = 1e9;

  private final Words words;
  private final PrintWriter progress;

  /**
   * @param language of the report and of messages
   * @param progress hears how far it is when reading takes more than two seconds
   */
  public LandscapeAnalysis(Locale language, PrintWriter progress) {
    this.words = Languages.withoutServer().words(language);
    this.progress = progress;
  }

  /** A file that cannot be used; the message says which, where, and what was expected. */
  public static final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1;

    UnusableFile(String message) {
      super(message);
    }
  }

  /**
   * What to read and what to write.
   *
   * @param comments the statements; without them every statement counts and none has a text
   * @param out folder, made when it is not there
   * @param pairs to predict
   * @param save where the votes that count are kept in packed form
   */
  public record Request(
      Path votes,
      Optional<Path> comments,
      Path out,
      Optional<Path> pairs,
      Optional<Path> save,
      LandscapeOptions options) {}

  /**
   * Writes {@code landscape.html}, {@code landscape.json} and, when asked, {@code predictions.csv}
   * and the packed votes: each wholly or not at all.
   */
  public void write(Request request) throws UnusableFile {
    try {
      requireWritable(request.out());
      if (request.save().isPresent()) {
        requireWritable(folder(request.save().get()));
      }
      if (request.pairs().isPresent()) {
        Predictions.check(request.pairs().get());
      }
      writeAll(request);
    } catch (UnusableVotes e) {
      throw new UnusableFile(
          e.findings().stream()
              .map(finding -> finding.sentence(words))
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UnusableFile(words.say("landscape.cannot-read", e.toString()));
    }
  }

  private void writeAll(Request request) throws IOException, UnusableFile {
    long start = System.nanoTime();
    Comments comments =
        request.comments().isPresent()
            ? CommentsFile.read(request.comments().get())
            : Comments.NONE;
    Votes votes = VotesFile.read(request.votes(), comments, new SlowProgress(words, progress));
    long read = System.nanoTime();
    LandscapeFit fit = LandscapeFit.of(votes, request.options());
    Outcome outcome = Outcome.of(fit.landscape(), comments, new GroupNames(words));
    long fitted = System.nanoTime();
    Path out = request.out();
    if (request.save().isPresent()) {
      put(request.save().get(), file -> PackedVotes.write(votes, file));
    }
    if (request.pairs().isPresent()) {
      put(
          out.resolve("predictions.csv"),
          file -> Predictions.write(request.pairs().get(), fit::predict, file));
    }
    String html = new LandscapeReport(words).write(outcome, name(request.votes()));
    put(out.resolve("landscape.html"), file -> file.write(html.getBytes(StandardCharsets.UTF_8)));
    put(
        out.resolve("landscape.json"),
        file ->
            LandscapeJson.write(
                outcome,
                new LandscapeJson.Seconds(
                    (read - start) / SECOND_NANOS,
                    (fitted - read) / SECOND_NANOS,
                    (System.nanoTime() - start) / SECOND_NANOS),
                file));
  }

  /** Something to be written to a file. */
  private interface Content {
    void write(OutputStream file) throws IOException;
  }

  private void put(Path file, Content content) throws UnusableFile {
    Path folder = folder(file);
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".landscape", ".tmp");
      try {
        try (var stream = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
          content.write(stream);
        }
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | JacksonException e) {
      throw cannotWrite(file, e.toString());
    }
  }

  /** Refuses a folder in which nothing can be written, before anything is computed. */
  private void requireWritable(Path folder) throws UnusableFile {
    Path at = folder.toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at)) {
      at = at.getParent();
    }
    if (!Files.isDirectory(at) || !Files.isWritable(at)) {
      throw cannotWrite(folder, at.toString());
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
  }

  private UnusableFile cannotWrite(Path file, String why) {
    return new UnusableFile(words.say("landscape.cannot-write", file.toString(), why));
  }

  private static String name(Path votes) {
    String name = String.valueOf(votes.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Says how many rows were read, from two seconds on, every second. */
  private static final class SlowProgress implements LongConsumer {
    private static final long SECOND = (long) SECOND_NANOS;

    private final Words words;
    private final PrintWriter out;
    private long nextNanos = System.nanoTime() + 2 * SECOND;

    SlowProgress(Words words, PrintWriter out) {
      this.words = words;
      this.out = out;
    }

    @Override
    public void accept(long rows) {
      if (System.nanoTime() - nextNanos >= 0) {
        nextNanos = System.nanoTime() + SECOND;
        out.println(words.say("landscape.progress", rows));
        out.flush();
      }
    }
  }
}
