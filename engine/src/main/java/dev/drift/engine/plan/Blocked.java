package dev.drift.engine.plan;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What cannot be made because something else was refused: its name is taken by what is kept, or it
 * needs what is not made or not changed. To each the reason.
 */
final class Blocked {
  private final SortedMap<ObjectId, SchemaObject> wanted;
  private final SortedSet<ObjectId> created;
  private final SortedMap<ObjectId, String> reasons = new TreeMap<>();

  private Blocked(SortedMap<ObjectId, SchemaObject> wanted, SortedSet<ObjectId> created) {
    this.wanted = wanted;
    this.created = created;
  }

  /**
   * {@return the reasons}
   *
   * @param wanted what there is to be in the end
   * @param created what of that is to be made
   * @param changed what of that is to be another than it is
   * @param unchanged what should be changed too, but is not
   */
  static SortedMap<ObjectId, String> of(
      SortedMap<ObjectId, SchemaObject> wanted,
      SortedSet<ObjectId> created,
      Set<ObjectId> changed,
      SortedSet<ObjectId> unchanged) {
    var blocked = new Blocked(wanted, created);
    blocked.names();
    if (!blocked.reasons.isEmpty() || !unchanged.isEmpty()) {
      blocked.spread(changed, unchanged);
    }
    return blocked.reasons;
  }

  private void names() {
    Map<Names.Name, ObjectId> kept = new HashMap<>();
    for (ObjectId id : wanted.keySet()) {
      if (!created.contains(id)) {
        Names.of(id).forEach(name -> kept.put(name, id));
      }
    }
    for (ObjectId id : created) {
      for (Names.Name name : Names.of(id)) {
        ObjectId holder = kept.get(name);
        if (holder != null) {
          reasons.put(
              id,
              "Its name is taken by "
                  + holder
                  + ", which is not expected but kept; --allow-destructive drops that.");
        }
      }
    }
  }

  private void spread(Set<ObjectId> changed, SortedSet<ObjectId> unchanged) {
    var after = new Dependencies(SchemaModel.of(wanted.values()));
    boolean more = true;
    while (more) {
      more = false;
      for (ObjectId id : wanted.keySet()) {
        if (!reasons.containsKey(id) && (created.contains(id) || changed.contains(id))) {
          for (ObjectId need : after.of(id)) {
            more |= blocks(need, id, unchanged);
          }
          for (ObjectId need : after.ofDefault(id)) {
            more |= blocks(need, id, unchanged);
          }
          for (ObjectId whole : reasons.keySet()) {
            if (created.contains(id) && id.belongsTo(whole) && whole.parent().isEmpty()) {
              reasons.put(id, "It belongs to " + whole + ", which is not made.");
              more = true;
              break;
            }
          }
        }
      }
    }
  }

  private boolean blocks(ObjectId need, ObjectId id, SortedSet<ObjectId> unchanged) {
    if (reasons.containsKey(need)) {
      return reasons.put(id, "It needs " + need + ", which is not made.") == null;
    }
    if (unchanged.contains(need) && need.kind() != Kind.TABLE) {
      return reasons.put(id, "It needs " + need + " as expected, which is not changed.") == null;
    }
    return false;
  }
}
