package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups to withhold so that the rest is safe. Of everybody the smallest group they are in is
 * their own: as few people as can be lose the figure of their own group, and among such choices as
 * few groups as can be are withheld.
 *
 * <p>Of every certificate at least one group has to be withheld. So: withhold the cheapest choice
 * that has one of each certificate known so far, audit what is left, and go on with the
 * certificates that this brings, until there are none (implicit hitting sets, Moreno-Centeno and
 * Karp 2013). As every choice was the cheapest, so is the last one.
 *
 * @param withheld names, in the order of the groups
 * @param people who lose the figure of their own group
 * @param leastPeople fewer cannot be; equal to {@code people} when the choice is proven best
 * @param remaining the audit of what is left
 */
public record Repair(List<String> withheld, long people, long leastPeople, Audit remaining) {
  private static final int MOST_ROUNDS = 200;

  public Repair {
    withheld = List.copyOf(withheld);
  }

  /** As {@link Audit#of}; {@code work} is for each audit. */
  public static Repair of(Groups groups, int k, int colluders, long work) {
    long[] own = own(groups);
    // A person weighs more than all groups together.
    long person = groups.size() + 1L;
    long[] costs = Arrays.stream(own).map(people -> people * person + 1).toArray();
    Map<String, Integer> places = new HashMap<>();
    groups.names().forEach(name -> places.put(name, places.size()));
    Set<BitSet> certificates = new HashSet<>();
    List<BitSet> inOrder = new ArrayList<>();
    BitSet givenUp = new BitSet();
    HittingSet choice = new HittingSet(new BitSet(), 0);
    for (int round = 0; ; round++) {
      BitSet withheld = (BitSet) choice.chosen().clone();
      withheld.or(givenUp);
      boolean[] kept = new boolean[groups.size()];
      for (int group = 0; group < kept.length; group++) {
        kept[group] = !withheld.get(group);
      }
      Audit audit = Audit.of(groups.only(kept), k, colluders, work);
      if (audit.isSafe() || round == MOST_ROUNDS || withheld.cardinality() == groups.size()) {
        long people = withheld.stream().mapToLong(group -> own[group]).sum();
        return new Repair(
            withheld.stream().mapToObj(groups.names()::get).toList(),
            people,
            Math.min(people, choice.bound() / person),
            audit);
      }
      boolean more = false;
      for (List<Exposure> kind : List.of(audit.exposed(), audit.alone())) {
        for (Exposure exposure : kind) {
          BitSet certificate = new BitSet();
          exposure.from().forEach(term -> certificate.set(place(places, term.group())));
          if (certificates.add(certificate)) {
            inOrder.add(certificate);
            more = true;
          }
        }
      }
      if (!more) {
        givenUp.set(hardest(groups, kept));
      }
      choice = HittingSet.of(inOrder, costs);
    }
  }

  private static int place(Map<String, Integer> places, String name) {
    return java.util.Objects.requireNonNull(places.get(name));
  }

  /** Per group, of how many people it is the smallest that they are in; of equals the first. */
  private static long[] own(Groups groups) {
    int[] smallest = new int[groups.people()];
    Arrays.fill(smallest, -1);
    for (int group = 0; group < groups.size(); group++) {
      for (int person : groups.members().get(group)) {
        int other = smallest[person];
        if (other < 0 || groups.members().get(group).length < groups.members().get(other).length) {
          smallest[person] = group;
        }
      }
    }
    long[] own = new long[groups.size()];
    for (int group : smallest) {
      if (group >= 0) {
        own[group]++;
      }
    }
    return own;
  }

  /** What makes a search too long: a group that is everywhere, but not that of everybody. */
  private static int hardest(Groups groups, boolean[] kept) {
    int hardest = -1;
    int most = -1;
    for (int group = 0; group < kept.length; group++) {
      int size = groups.members().get(group).length;
      if (kept[group] && (hardest < 0 || (size > most && size < groups.people()))) {
        hardest = group;
        most = size < groups.people() ? size : 0;
      }
    }
    return hardest;
  }
}
