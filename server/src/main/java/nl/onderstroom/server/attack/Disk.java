package nl.onderstroom.server.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Every byte in the data folder of a server that was stopped: tables, indexes, write-ahead log,
 * logs; and the ballot boxes, opened with their keys.
 */
final class Disk {
  private static final int SLOT = 512;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private Disk() {}

  static List<Trace> traces(Path data, Serials serials) {
    try (Stream<Path> files = Files.walk(data)) {
      var traces = new ArrayList<Trace>();
      var log = new Trace.Builder("write-ahead log");
      long before = 0;
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        if (file.toString().contains("pg_wal")) {
          serials.find(content, content.length, before, log);
          before += content.length;
        } else if (file.toString().endsWith(".box")) {
          traces.add(box(file, content, serials));
        } else {
          var trace = new Trace.Builder(data.relativize(file).toString());
          serials.find(content, content.length, 0, trace);
          traces.add(trace.build());
        }
      }
      traces.add(log.build());
      return traces.stream().filter(trace -> !trace.places().isEmpty()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** In which slot each ballot lies. */
  private static Trace box(Path box, byte[] content, Serials serials) throws IOException {
    var trace = new Trace.Builder("ballot box, opened");
    byte[] key = Files.readAllBytes(Path.of(box.toString().replace(".box", ".key")));
    for (int slot = 0; (slot + 1) * SLOT <= content.length; slot++) {
      byte[] slip = open(key, slot, Arrays.copyOfRange(content, slot * SLOT, (slot + 1) * SLOT));
      serials.find(slip, slip.length, (long) slot * SLOT, trace);
    }
    return trace.build();
  }

  /** What is sealed in a slot; nothing when it is free. */
  private static byte[] open(byte[] key, int slot, byte[] sealed) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(slot).flip());
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException free) {
      return new byte[0];
    }
  }
}
