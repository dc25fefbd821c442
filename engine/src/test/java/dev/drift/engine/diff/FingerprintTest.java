package dev.drift.engine.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void isTheSameForEqualModels() {
    assertEquals(fingerprint("sad", "happy"), fingerprint("sad", "happy"));
    assertTrue(fingerprint("sad").matches("[0-9a-f]{64}"));
  }

  @Test
  void differsWhereTheModelsDo() {
    assertNotEquals(fingerprint("sad", "happy"), fingerprint("happy", "sad"));
    assertNotEquals(fingerprint("sad", "happy"), fingerprint("sadhappy"));
    assertNotEquals(fingerprint("sad"), Fingerprint.of(SchemaModel.empty()));
  }

  private static String fingerprint(String... labels) {
    ObjectId id = ObjectId.of(Kind.ENUM, "public", "mood");
    return Fingerprint.of(SchemaModel.of(List.of(new EnumType(id, List.of(labels)))));
  }
}
