package dev.drift.engine.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Refinery's checksum: SipHash-1-3 with a zero key over name, version and text as Rust hashes them.
 */
final class RefineryChecksum {
  private long v0 = 0x736f6d6570736575L;
  private long v1 = 0x646f72616e646f6dL;
  private long v2 = 0x6c7967656e657261L;
  private long v3 = 0x7465646279746573L;

  private RefineryChecksum() {}

  /** {@return the checksum in decimal, as the history table holds it} */
  static String of(String name, int version, byte[] sql) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all =
        ByteBuffer.allocate(nameBytes.length + sql.length + 6)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(nameBytes)
            .put((byte) 0xFF)
            .putInt(version)
            .put(sql)
            .put((byte) 0xFF);
    return Long.toUnsignedString(sipHash13(all.array()));
  }

  static long sipHash13(byte[] bytes) {
    return new RefineryChecksum().hash(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  private long hash(ByteBuffer in) {
    long last = (long) in.remaining() << 56;
    while (in.remaining() >= Long.BYTES) {
      compress(in.getLong());
    }
    for (int shift = 0; in.hasRemaining(); shift += 8) {
      last |= (in.get() & 0xFFL) << shift;
    }
    compress(last);
    v2 ^= 0xFF;
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void compress(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
