package nl.onderstroom.engine.disclosure.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The atoms of a family: people who are in exactly the same groups. People in no group are in none.
 * Numbered from the largest down; equal ones by their first person. Made in O(rows of the family).
 *
 * @param sizes people in each
 * @param starts where in {@code people} those of each begin
 * @param people who is in each: those of an atom after one another, ascending
 * @param ofGroup per group its atoms, ascending
 */
record Atoms(int[] sizes, int[] starts, int[] people, int[][] ofGroup) {
  static Atoms of(Groups groups) {
    int[] found = split(groups);
    int[] order = order(found);
    int[] ofPerson = new int[groups.people()];
    int[] sizes = new int[(int) Arrays.stream(order).filter(atom -> atom >= 0).count()];
    for (int person = 0; person < ofPerson.length; person++) {
      ofPerson[person] = found[person] < 0 ? -1 : order[found[person]];
      if (ofPerson[person] >= 0) {
        sizes[ofPerson[person]]++;
      }
    }
    int[] starts = new int[sizes.length];
    for (int atom = 1; atom < sizes.length; atom++) {
      starts[atom] = starts[atom - 1] + sizes[atom - 1];
    }
    int[] people = new int[Arrays.stream(sizes).sum()];
    int[] next = starts.clone();
    for (int person = 0; person < ofPerson.length; person++) {
      if (ofPerson[person] >= 0) {
        people[next[ofPerson[person]]++] = person;
      }
    }
    int[][] ofGroup = new int[groups.size()][];
    for (int group = 0; group < ofGroup.length; group++) {
      ofGroup[group] =
          Arrays.stream(groups.members().get(group))
              .map(person -> ofPerson[person])
              .sorted()
              .distinct()
              .toArray();
    }
    return new Atoms(sizes, starts, people, ofGroup);
  }

  /** Who is in an atom. */
  IntStream people(int atom) {
    return Arrays.stream(people, starts[atom], starts[atom] + sizes[atom]);
  }

  int size() {
    return sizes.length;
  }

  /** Each group in turn parts who is in it from who is not (partition refinement). */
  private static int[] split(Groups groups) {
    int[] atom = new int[groups.people()];
    Arrays.fill(atom, -1);
    int[] parted = new int[16];
    int[] partedBy = new int[16];
    int atoms = 0;
    for (int group = 0; group < groups.size(); group++) {
      int fresh = -1;
      for (int person : groups.members().get(group)) {
        int old = atom[person];
        if (old < 0) {
          fresh = fresh < 0 ? atoms++ : fresh;
          atom[person] = fresh;
        } else {
          if (partedBy[old] != group + 1) {
            partedBy[old] = group + 1;
            parted[old] = atoms++;
          }
          atom[person] = parted[old];
        }
        if (atoms >= parted.length) {
          parted = Arrays.copyOf(parted, 2 * atoms);
          partedBy = Arrays.copyOf(partedBy, 2 * atoms);
        }
        // An atom made for this group is not parted by it again.
        partedBy[atom[person]] = group + 1;
        parted[atom[person]] = atom[person];
      }
    }
    return atom;
  }

  /** The number that each provisional atom gets; −1 for those that nobody is left in. */
  private static int[] order(int[] atom) {
    int most = Arrays.stream(atom).max().orElse(-1) + 1;
    int[] size = new int[most];
    int[] first = new int[most];
    for (int person = atom.length - 1; person >= 0; person--) {
      if (atom[person] >= 0) {
        size[atom[person]]++;
        first[atom[person]] = person;
      }
    }
    int[] order = new int[most];
    Arrays.fill(order, -1);
    int[] next = {0};
    IntStream.range(0, most)
        .filter(at -> size[at] > 0)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(at -> -size[at]).thenComparingInt(at -> first[at]))
        .forEach(at -> order[at] = next[0]++);
    return order;
  }
}
