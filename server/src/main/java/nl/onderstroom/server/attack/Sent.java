package nl.onderstroom.server.attack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An answer as it went over the network.
 *
 * @param person who sent it
 * @param cohort the person's
 * @param serial what the server knows the ballot by; 32 bytes
 * @param bytes that passed, to and fro
 * @param unpadded bytes that the body would have had
 */
record Sent(int person, int cohort, byte[] serial, int bytes, int unpadded) {
  static byte[] serial(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
