package nl.onderstroom.server.attack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer, or what somebody wrote, as it went over the network.
 *
 * @param person who sent it
 * @param cohort the person's
 * @param serial what the server knows the ballot by; 32 bytes
 * @param bytes that passed, to and fro
 * @param unpadded bytes that the body would have had
 * @param ballot its message and its signature
 * @param text what was written; empty for answers
 */
record Sent(
    int person,
    int cohort,
    byte[] serial,
    int bytes,
    int unpadded,
    List<byte[]> ballot,
    String text) {
  Sent {
    ballot = List.copyOf(ballot);
  }

  /** Numbers of what was sent, by cohort, in the order in which it was. */
  static List<List<Integer>> byCohort(List<Sent> sent) {
    var cohorts = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < sent.size(); i++) {
      cohorts.computeIfAbsent(sent.get(i).cohort(), each -> new ArrayList<>()).add(i);
    }
    return List.copyOf(cohorts.values());
  }

  /** By number of what was sent, who did. */
  static Map<Integer, Integer> persons(List<Sent> sent) {
    var persons = new TreeMap<Integer, Integer>();
    for (int i = 0; i < sent.size(); i++) {
      persons.put(i, sent.get(i).person());
    }
    return persons;
  }

  static byte[] serial(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
