package nl.onderstroom.engine.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which groups to withhold so that the rest is safe. Of everybody the smallest group they are in is
 * their own: as few people as can be lose the figure of their own group, and among such choices as
 * few groups as can be are withheld.
 *
 * <p>Of every certificate at least one group has to be withheld, so the cheapest choice that has
 * one of each certificate known is a lower bound. It is audited; what it still exposes brings more
 * certificates, and more groups are withheld until nothing is exposed: a safe choice, an upper
 * bound. Then again with all certificates, until both meet (implicit hitting sets, Moreno-Centeno
 * and Karp 2013) or so many audits were made that {@value #MOST_ENTRIES} memberships were looked
 * at.
 *
 * @param withheld names, in the order of the groups
 * @param people who lose the figure of their own group
 * @param leastPeople fewer cannot be; equal to {@code people} when the choice is proven best in
 *     that
 * @param remaining the audit of what is left
 */
public record Repair(List<String> withheld, long people, long leastPeople, Audit remaining) {
  /** Some half a second of audits; a first safe choice is always made. */
  private static final long MOST_ENTRIES = 500_000;

  public Repair {
    withheld = List.copyOf(withheld);
  }

  /** As {@link Audit#of}; {@code work} is for each audit. */
  public static Repair of(Groups groups, int k, int colluders, long work) {
    return new Rounds(groups, k, colluders, work).run();
  }

  /** A choice of groups to withhold, and the audit of the rest. */
  private record Choice(BitSet withheld, long cost, Audit audit) {}

  private static final class Rounds {
    private final Groups groups;
    private final int k;
    private final int colluders;
    private final long work;
    private final long[] own;
    private final long[] costs;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<BitSet> known = new HashSet<>();
    private final List<BitSet> certificates = new ArrayList<>();
    private long entries;

    Rounds(Groups groups, int k, int colluders, long work) {
      this.groups = groups;
      this.k = k;
      this.colluders = colluders;
      this.work = work;
      own = own(groups);
      // A person weighs more than all groups together.
      costs = Arrays.stream(own).map(people -> people * (groups.size() + 1L) + 1).toArray();
      groups.names().forEach(name -> places.put(name, places.size()));
    }

    Repair run() {
      HittingSet bound = HittingSet.of(certificates, costs);
      Choice best = safe(bound.chosen());
      while (entries < MOST_ENTRIES && best.cost() > bound.bound()) {
        bound = HittingSet.of(certificates, costs);
        Choice choice = safe(bound.chosen());
        best = choice.cost() < best.cost() ? choice : best;
      }
      long people = best.withheld().stream().mapToLong(group -> own[group]).sum();
      return new Repair(
          best.withheld().stream().mapToObj(groups.names()::get).toList(),
          people,
          Math.min(people, bound.bound() / (groups.size() + 1L)),
          best.audit());
    }

    /** From a choice on, more is withheld until the rest is safe. */
    private Choice safe(BitSet start) {
      BitSet withheld = (BitSet) start.clone();
      int unproven = 1;
      while (true) {
        boolean[] kept = new boolean[groups.size()];
        for (int group = 0; group < kept.length; group++) {
          kept[group] = !withheld.get(group);
        }
        Groups left = groups.only(kept);
        entries += left.members().stream().mapToLong(members -> members.length).sum();
        Audit audit = Audit.of(left, k, colluders, work);
        if (audit.isSafe() || withheld.cardinality() == groups.size()) {
          long cost = withheld.stream().mapToLong(group -> costs[group]).sum();
          return new Choice(withheld, cost, audit);
        }
        List<BitSet> exposing =
            Stream.concat(audit.exposed().stream(), audit.alone().stream())
                .map(this::certificate)
                .toList();
        if (exposing.isEmpty()) {
          // Too much to look at: twice as many each time, or it would take for ever.
          for (int more = 0; more < unproven && withheld.cardinality() < kept.length; more++) {
            int widest = widest(kept);
            withheld.set(widest);
            kept[widest] = false;
          }
          unproven *= 2;
        } else {
          exposing.stream().filter(known::add).forEach(certificates::add);
          withheld.or(HittingSet.of(exposing, costs).chosen());
        }
      }
    }

    private BitSet certificate(Exposure exposure) {
      BitSet certificate = new BitSet();
      exposure
          .from()
          .forEach(term -> certificate.set(Objects.requireNonNull(places.get(term.group()))));
      return certificate;
    }

    /** What makes a search too long: a group that is everywhere, but not that of everybody. */
    private int widest(boolean[] kept) {
      return java.util.stream.IntStream.range(0, kept.length)
          .filter(group -> kept[group])
          .boxed()
          .max(
              Comparator.<Integer>comparingInt(
                      group -> size(group) < groups.people() ? size(group) : 0)
                  .thenComparingInt(group -> -group))
          .orElseThrow();
    }

    private int size(int group) {
      return groups.members().get(group).length;
    }
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
}
