package nl.onderstroom.engine.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.onderstroom.engine.packed.PackedReader;
import nl.onderstroom.engine.packed.PackedWriter;
import nl.onderstroom.engine.packed.UnreadableException;
import nl.onderstroom.engine.summary.Summary;

/**
 * A release as bytes: {@code OREL}, version 3, the floors, the certificate, the questions, the
 * units, the cuts, a checksum. Deterministic: equal releases have equal bytes. Older ones are read
 * too: version 1 had no certificate; in both before this, there were no cuts, counts were not
 * looked at as whole numbers, the number of respondents was always told, and every standard
 * deviation was of the people it stood beside.
 *
 * <p>Reading trusts that the bytes were written from a decided release: a checksum does not prove
 * who wrote them. Keep them where only the gate's caller writes.
 */
public final class ReleaseFormat {
  private static final String MAGIC = "OREL";
  private static final int VERSION = 3;
  private static final int OLDEST = 1;
  private static final int WITHOUT_BOUNDS = 2;
  private static final int MOST_FIGURES = 1000;
  private static final int MOST_LEVELS = 2001;
  private static final int MOST_FLOOR = 1_000_000;
  private static final int MOST_TEXT_BYTES = 4 * UnitTree.MOST_ID_LENGTH;

  private static final int SHOWN = 0;
  private static final int WITHHELD = 1;
  private static final int DISTRIBUTION = 0;
  private static final int MEAN = 1;
  private static final int TICKS = 2;
  private static final int HIDDEN = 3;
  private static final int MEAN_WITHOUT_SPREAD = 4;

  private ReleaseFormat() {}

  public static byte[] write(Release release) {
    PackedWriter out = new PackedWriter(MAGIC, VERSION);
    out.unsigned(release.floors().numbers());
    out.unsigned(release.floors().distributions());
    out.unsigned(release.certificate().isPresent() ? 1 : 0);
    release
        .certificate()
        .ifPresent(certificate -> {
          out.unsigned(certificate.families());
          out.unsigned(certificate.groups());
          out.unsigned(certificate.colluders());
          out.unsigned(certificate.pieces());
        });
    List<String> keys = keys(release);
    out.unsigned(keys.size());
    keys.forEach(out::text);
    writeUnits(release.units(), keys, out);
    writeUnits(release.cuts(), keys, out);
    return out.finish();
  }

  private static void writeUnits(
      SequencedMap<String, UnitRelease> units, List<String> keys, PackedWriter out) {
    out.unsigned(units.size());
    units.forEach((id, unit) -> {
      out.text(id);
      writeUnit(unit, keys, out);
    });
  }

  /**
   * @throws UnreadableException if the bytes are damaged, are something else, come from a newer
   *     version or hold figures that cannot be
   */
  public static Release read(byte[] bytes) {
    PackedReader in = new PackedReader(bytes, "release", MAGIC, OLDEST, VERSION);
    try {
      int numbers = (int) in.unsigned("floor for numbers", MOST_FLOOR);
      Floors floors = new Floors(numbers, (int) in.unsigned("other floor", MOST_FLOOR));
      Optional<Certificate> certificate =
          in.version() > OLDEST ? readCertificate(in) : Optional.empty();
      List<String> keys = new ArrayList<>();
      for (int left = in.count("number of questions", MOST_FIGURES); left > 0; left--) {
        keys.add(in.text("question", MOST_TEXT_BYTES));
      }
      SequencedMap<String, UnitRelease> units = readUnits("unit", keys, in);
      SequencedMap<String, UnitRelease> cuts =
          in.version() <= WITHOUT_BOUNDS ? new LinkedHashMap<>() : readUnits("cut", keys, in);
      in.end();
      return new Release(floors, certificate, units, cuts);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("This release cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static SequencedMap<String, UnitRelease> readUnits(
      String what, List<String> keys, PackedReader in) {
    int size = in.count("number of " + what + "s", UnitTree.MOST_UNITS);
    SequencedMap<String, UnitRelease> units = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      String id = in.text(what, MOST_TEXT_BYTES);
      if (units.put(id, readUnit(keys, in)) != null) {
        throw in.refused("the %s \"%s\" is there twice".formatted(what, id));
      }
    }
    return units;
  }

  private static Optional<Certificate> readCertificate(PackedReader in) {
    return in.unsigned("whether there is a certificate", 1) == 0
        ? Optional.empty()
        : Optional.of(
            new Certificate(
                (int) in.unsigned("families", Certificate.MOST),
                (int) in.unsigned("groups", Certificate.MOST),
                (int) in.unsigned("colluders", Certificate.MOST),
                in.version() > WITHOUT_BOUNDS ? (int) in.unsigned("pieces", Certificate.MOST) : 0));
  }

  /** Every question that a unit or cut shows, once, in the order of their coming. */
  private static List<String> keys(Release release) {
    return Stream.concat(release.units().values().stream(), release.cuts().values().stream())
        .mapMulti((UnitRelease unit, Consumer<String> out) -> {
          if (unit instanceof UnitRelease.Shown shown) {
            shown.figures().keySet().forEach(out);
          }
        })
        .distinct()
        .toList();
  }

  private static void writeUnit(UnitRelease unit, List<String> keys, PackedWriter out) {
    switch (unit) {
      case UnitRelease.Shown shown -> {
        out.unsigned(SHOWN);
        // Nobody is never shown, so 0 is free to say that it is not told.
        out.unsigned(shown.respondents().orElse(0));
        out.unsigned(shown.figures().size());
        shown
            .figures()
            .forEach((key, figure) -> {
              out.unsigned(keys.indexOf(key));
              writeFigure(figure, out);
            });
      }
      case UnitRelease.Withheld withheld -> {
        out.unsigned(WITHHELD);
        out.unsigned(withheld.reason().code());
      }
    }
  }

  private static UnitRelease readUnit(List<String> keys, PackedReader in) {
    if (in.unsigned("kind of unit", WITHHELD) == WITHHELD) {
      return new UnitRelease.Withheld(readReason(in));
    }
    long respondents = in.unsigned("respondents", Summary.MOST_RESPONDENTS);
    int size = in.count("number of figures", keys.size());
    SequencedMap<String, Figure> figures = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      String key = keys.get((int) in.unsigned("question", keys.size() - 1));
      figures.put(key, readFigure(in));
    }
    return new UnitRelease.Shown(
        respondents == 0 ? OptionalLong.empty() : OptionalLong.of(respondents), figures);
  }

  private static void writeFigure(Figure figure, PackedWriter out) {
    switch (figure) {
      case Figure.Distribution levels -> {
        out.unsigned(DISTRIBUTION);
        out.unsigned(levels.n());
        out.signed(levels.min());
        writeCounts(levels.counts(), out);
        out.real(levels.mean());
        out.real(levels.sd());
      }
      case Figure.Mean mean -> {
        out.unsigned(mean.isOwnSd() ? MEAN : MEAN_WITHOUT_SPREAD);
        out.unsigned(mean.n());
        out.real(mean.mean());
        out.real(mean.sd());
      }
      case Figure.TickShares ticks -> {
        out.unsigned(TICKS);
        out.unsigned(ticks.n());
        writeCounts(ticks.counts(), out);
      }
      case Figure.HiddenFigure hidden -> {
        out.unsigned(HIDDEN);
        out.unsigned(hidden.reason().code());
      }
    }
  }

  private static Figure readFigure(PackedReader in) {
    int kind = (int) in.unsigned("kind of figure", MEAN_WITHOUT_SPREAD);
    if (kind == HIDDEN) {
      return new Figure.HiddenFigure(readReason(in));
    }
    long n = in.unsigned("people", Summary.MOST_RESPONDENTS);
    return switch (kind) {
      case DISTRIBUTION -> {
        int min = (int) in.signed("lowest level", -MOST_LEVELS, MOST_LEVELS);
        List<Long> counts = readCounts(n, in);
        yield new Figure.Distribution(n, min, counts, in.real("mean"), in.real("sd"));
      }
      case MEAN, MEAN_WITHOUT_SPREAD ->
          new Figure.Mean(n, in.real("mean"), in.real("sd"), kind == MEAN);
      default -> new Figure.TickShares(n, readCounts(n, in));
    };
  }

  private static void writeCounts(List<Long> counts, PackedWriter out) {
    out.unsigned(counts.size());
    counts.forEach(out::unsigned);
  }

  private static List<Long> readCounts(long n, PackedReader in) {
    int size = in.count("number of counts", MOST_LEVELS);
    List<Long> counts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      counts.add(in.unsigned("count", n));
    }
    return counts;
  }

  private static Reason readReason(PackedReader in) {
    return Reason.ofCode(in.unsigned("reason", Byte.MAX_VALUE));
  }
}
