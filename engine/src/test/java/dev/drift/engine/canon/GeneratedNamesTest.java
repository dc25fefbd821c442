package dev.drift.engine.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedNamesTest {

  @Test
  void partsAreJoinedByUnderscores() {
    assertEquals("users_email_key", GeneratedNames.objectName("users", "email", "key"));
    assertEquals("users_pkey", GeneratedNames.objectName("users", "", "pkey"));
  }

  @Test
  void theLongerPartIsCutFirst() {
    String name = GeneratedNames.objectName("a".repeat(60), "b".repeat(10), "fkey");

    assertEquals("a".repeat(47) + '_' + "b".repeat(10) + "_fkey", name);
  }

  @Test
  void bothPartsAreCutToTheSameLength() {
    String name = GeneratedNames.objectName("a".repeat(40), "b".repeat(40), "idx");

    assertEquals("a".repeat(29) + '_' + "b".repeat(29) + "_idx", name);
  }

  @Test
  void lengthIsCountedInBytesAndNoCharacterIsSplit() {
    String name = GeneratedNames.objectName("é".repeat(31), "ü".repeat(10), "key");

    assertEquals("é".repeat(19) + '_' + "ü".repeat(10) + "_key", name);
  }

  @Test
  void takenNamesAreNumbered() {
    Set<String> taken = Set.of("t_a_idx", "t_a_idx1");

    assertEquals("t_a_idx2", GeneratedNames.free("t", "a", "idx", taken::contains));
  }

  @Test
  void columnsAreJoinedUntilNoMoreFit() {
    assertEquals("a_b", GeneratedNames.columns(List.of("a", "b")));
    assertEquals("x".repeat(63) + "_y", GeneratedNames.columns(List.of("x".repeat(63), "y", "z")));
  }
}
