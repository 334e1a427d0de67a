package nl.onderstroom.server.answers;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.onderstroom.engine.ballot.Ballot;

/** By what a ballot is known once it has been used: SHA-256 of its message, as four numbers. */
public record Serial(long first, long second, long third, long fourth) {
  static final int BYTES = 32;

  public static Serial of(Ballot ballot) {
    try {
      return read(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(ballot.message())));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  static Serial read(ByteBuffer from) {
    return new Serial(from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  void write(ByteBuffer to) {
    to.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }

  /** In hexadecimal, as it can be worked out from the ballot. */
  String hex() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    write(bytes);
    return HexFormat.of().formatHex(bytes.array());
  }
}
