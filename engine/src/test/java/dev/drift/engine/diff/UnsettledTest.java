package dev.drift.engine.diff;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnsettledTest {
  private static ObjectId table(String name) {
    return ObjectId.table("public", name);
  }

  @Test
  void whatBelongsToATouchedTableIsUnsettledToo() {
    var unsettled = new Unsettled(Set.of(table("t")));
    assertTrue(unsettled.contains(table("t")));
    assertTrue(unsettled.contains(ObjectId.column(table("t"), "a")));
    assertFalse(unsettled.contains(table("u")));
    assertFalse(unsettled.contains(ObjectId.column(ObjectId.table("other", "t"), "a")));
  }

  @Test
  void aTouchedColumnLeavesItsTableSettled() {
    var unsettled = new Unsettled(Set.of(ObjectId.column(table("t"), "a")));
    assertTrue(unsettled.contains(ObjectId.column(table("t"), "a")));
    assertFalse(unsettled.contains(ObjectId.column(table("t"), "b")));
    assertFalse(unsettled.contains(table("t")));
  }

  @Test
  void aStarStandsForAnyText() {
    var unsettled = new Unsettled(Set.of(table("log_*_old")));
    assertTrue(unsettled.contains(table("log_2024_old")));
    assertTrue(unsettled.contains(table("log_1_old").child(Kind.INDEX, "i")));
    assertFalse(unsettled.contains(table("log_2024")));
  }

  @Test
  void aStarIsInTheNameOfARelationNotOfWhatOthersHave() {
    var unsettled = new Unsettled(Set.of(table("log_*")));
    assertTrue(unsettled.contains(table("events").child(Kind.INDEX, "log_by_day")));
    assertFalse(unsettled.contains(table("events").child(Kind.TRIGGER, "log_insert")));
    assertFalse(unsettled.contains(ObjectId.column(table("events"), "log_level")));
  }
}
