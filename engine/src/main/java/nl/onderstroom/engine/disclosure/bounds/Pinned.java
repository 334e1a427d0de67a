package nl.onderstroom.engine.disclosure.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pieces that together could have no other counts, as far as trades between two pieces tell.
 *
 * <p>Pieces that can trade, directly or through others, form a block. Of a union of pieces that is
 * no union of blocks some piece can trade with one outside, so it is open. Hence if every block has
 * enough people, no set of fewer is pinned down. The other way round is not sure: a block may be
 * open by a trade in which three pieces take part. It is then called pinned down all the same.
 *
 * @param pieces places in the list that was asked about
 * @param people in them
 */
public record Pinned(List<Integer> pieces, long people) {
  public Pinned {
    pieces = List.copyOf(pieces);
  }

  /**
   * Pieces of which the number, the sum and the histogram of all together are known.
   *
   * @param pieces people per level, of each piece; all of one length
   * @param floor fewest people whose counts may be known
   * @return every block of fewer people
   */
  public static List<Pinned> within(List<long[]> pieces, long floor) {
    Blocks blocks = new Blocks(pieces);
    for (int piece = 0; piece < pieces.size(); piece++) {
      for (int other = 0; other < pieces.size() && blocks.people(piece) < floor; other++) {
        if (!blocks.areOne(piece, other)
            && Trade.isPossible(pieces.get(piece), pieces.get(other))) {
          blocks.join(piece, other);
        }
      }
    }
    return blocks.under(floor);
  }

  /**
   * Pieces of which the number and the sum are known, and nothing of all together.
   *
   * @return every piece of fewer people than the floor that cannot be otherwise
   */
  public static List<Pinned> alone(List<long[]> pieces, long floor) {
    List<Pinned> pinned = new ArrayList<>();
    for (int piece = 0; piece < pieces.size(); piece++) {
      long people = Arrays.stream(pieces.get(piece)).sum();
      if (people < floor && !Trade.isPossible(pieces.get(piece))) {
        pinned.add(new Pinned(List.of(piece), people));
      }
    }
    return pinned;
  }

  /** Each block is called by its first piece. */
  private static final class Blocks {
    private final int[] names;
    private final long[] people;

    Blocks(List<long[]> pieces) {
      names = IntStream.range(0, pieces.size()).toArray();
      people = pieces.stream().mapToLong(piece -> Arrays.stream(piece).sum()).toArray();
    }

    long people(int piece) {
      return people[names[piece]];
    }

    boolean areOne(int piece, int other) {
      return names[piece] == names[other];
    }

    void join(int piece, int other) {
      int first = Math.min(names[piece], names[other]);
      int second = Math.max(names[piece], names[other]);
      people[first] += people[second];
      Arrays.setAll(names, each -> names[each] == second ? first : names[each]);
    }

    List<Pinned> under(long floor) {
      return IntStream.range(0, names.length)
          .filter(first -> names[first] == first && people[first] < floor)
          .mapToObj(first ->
              new Pinned(
                  IntStream.range(0, names.length)
                      .filter(each -> names[each] == first)
                      .boxed()
                      .toList(),
                  people[first]))
          .toList();
    }
  }
}
