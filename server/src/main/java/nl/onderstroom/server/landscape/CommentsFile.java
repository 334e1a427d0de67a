package nl.onderstroom.server.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the statements: a CSV with {@code comment-id}, {@code comment-body} and perhaps {@code
 * moderated} (−1 taken out, 0 or 1 or nothing kept).
 */
final class CommentsFile implements Rows.Reader {
  private static final Set<String> KNOWN = Set.of("comment-id", "comment-body", "moderated");

  private final Map<String, Comments.Comment> comments = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private int id;
  private int body;
  private Optional<Integer> moderated = Optional.empty();

  private CommentsFile() {}

  /**
   * @throws UnusableVotes with what is wrong and where
   * @throws IOException when it cannot be read
   */
  static Comments read(Path file) throws IOException {
    Rows.requireFile(file);
    var reader = new CommentsFile();
    Rows.read(file, KNOWN, reader, _ -> {});
    if (reader.comments.isEmpty()) {
      throw new UnusableVotes(Finding.of(file, 0, "", "some-comments"));
    }
    return new Comments(reader.comments);
  }

  @Override
  public void headings(Headings headings) {
    id = headings.get("comment-id");
    body = headings.get("comment-body");
    moderated = headings.find("moderated");
  }

  @Override
  public void row(Rows row) {
    String comment = row.id(id);
    if (comment.isEmpty()) {
      return;
    }
    Integer earlier = lines.putIfAbsent(comment, row.line());
    if (earlier != null) {
      row.refuse(id, "comment-once", earlier);
      return;
    }
    String kept = moderated.map(row::cell).orElse("");
    if (!Set.of("-1", "0", "1", "").contains(kept)) {
      row.refuse(moderated.orElseThrow(), "moderated");
      return;
    }
    String text = row.cell(body).replaceAll("\\s+", " ");
    comments.put(comment, new Comments.Comment(text, kept.equals("-1")));
  }
}
