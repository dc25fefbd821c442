package dev.drift.engine.diff;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Equal schemas, equal fingerprints: SHA-256 over all that the objects' records say, rows aside.
 */
public final class Fingerprint {
  private final MessageDigest digest = sha256();

  private Fingerprint() {}

  /** {@return the fingerprint of the whole model, in hexadecimal} */
  public static String of(SchemaModel model) {
    var fingerprint = new Fingerprint();
    for (SchemaObject object : model.objects()) {
      if (object.id().kind() != Kind.ROW) {
        fingerprint.add(object);
      }
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  /**
   * Goes through the components rather than through {@code toString}, whose code the JVM makes anew
   * for each record class in each process.
   */
  private void add(Object value) {
    if (value instanceof Record record) {
      text(record.getClass().getSimpleName());
      Parts.of(record.getClass()).forEach(part -> add(part.of(record)));
      text(")");
    } else if (value instanceof Collection<?> values) {
      values.forEach(this::add);
      text("]");
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, mapped) -> {
            add(key);
            add(mapped);
          });
      text("}");
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(this::add);
      text("?");
    } else {
      text(value.toString());
    }
  }

  private void text(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
