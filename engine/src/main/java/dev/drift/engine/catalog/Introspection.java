package dev.drift.engine.catalog;

import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one look at a database found.
 *
 * @param notModelled how many objects there are of each kind that the model does not hold, by
 *     {@link dev.drift.engine.model.Kind#label}; without the kinds there are none of
 * @param unreadable what could not be read, each with the reason; the model lacks it
 */
public record Introspection(
    SchemaModel model,
    Server server,
    SortedMap<String, Integer> notModelled,
    List<String> unreadable) {
  public Introspection {
    notModelled = Collections.unmodifiableSortedMap(new TreeMap<>(notModelled));
    unreadable = List.copyOf(unreadable);
  }

  /** {@return SHA-256 of the whole model in hexadecimal: equal models, equal fingerprints} */
  public String fingerprint() {
    MessageDigest digest = sha256();
    for (SchemaObject object : model.objects()) {
      digest.update(object.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
