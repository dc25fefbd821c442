package dev.drift.engine.progress;

import dev.drift.engine.event.Recorded;
import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.event.SchemaEvent.Renamed;
import dev.drift.engine.model.ObjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that happened to one object and to what belongs to it, oldest first; renames are
 * followed back, and what was dropped and made again is told from its first making on.
 *
 * @param object under its last name
 * @param gone whether it was dropped in the end
 */
public record ObjectHistory(ObjectId object, boolean gone, List<Recorded> events) {
  public ObjectHistory {
    events = List.copyOf(events);
  }

  /**
   * {@return the histories of the objects that {@code name} names}
   *
   * @param name a dotted path, with or without its schema; with {@code KIND:} before it only
   *     objects of that kind; a routine's parameters may be left out
   */
  public static List<ObjectHistory> of(List<Recorded> events, String name) {
    int colon = name.indexOf(':');
    String kind = colon < 0 ? "" : name.substring(0, colon);
    String path = name.substring(colon + 1);
    Set<ObjectId> ids = new TreeSet<>();
    for (Recorded recorded : events) {
      ids.add(recorded.event().subject());
      if (recorded.event() instanceof Renamed renamed) {
        ids.add(renamed.after().id());
      }
    }
    for (String wanted : List.of(path, "public." + path, "*." + path)) {
      List<ObjectHistory> found =
          ids.stream()
              .filter(id -> kind.isEmpty() || id.kind().label().equals(kind))
              .filter(id -> names(wanted, id))
              .map(id -> of(events, id))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static boolean names(String wanted, ObjectId id) {
    String path = id.path();
    if (wanted.startsWith("*")) {
      return path.endsWith(wanted.substring(1)) || path.contains(wanted.substring(1) + "(");
    }
    return path.equals(wanted) || path.startsWith(wanted + "(");
  }

  private static ObjectHistory of(List<Recorded> events, ObjectId object) {
    var names = new HashSet<ObjectId>(List.of(object));
    var history = new ArrayList<Recorded>();
    for (int i = events.size() - 1; i >= 0; i--) {
      SchemaEvent event = events.get(i).event();
      if (concerns(event, names)) {
        history.add(events.get(i));
      }
      if (event instanceof Renamed renamed && names.remove(renamed.after().id())) {
        names.add(renamed.before().id());
      }
    }
    Collections.reverse(history);
    boolean gone =
        history.stream()
            .filter(
                each -> last(each.event()).equals(object) || each.event().subject().equals(object))
            .reduce((earlier, later) -> later)
            .filter(each -> leaves(each.event(), object))
            .isPresent();
    return new ObjectHistory(object, gone, history);
  }

  private static boolean leaves(SchemaEvent event, ObjectId object) {
    return event instanceof SchemaEvent.Dropped
        || event instanceof Renamed renamed && renamed.before().id().equals(object);
  }

  private static boolean concerns(SchemaEvent event, Set<ObjectId> names) {
    ObjectId last = last(event);
    if (names.contains(last) || names.contains(event.subject())) {
      return true;
    }
    if (event instanceof Renamed renamed && isMoved(renamed)) {
      return false;
    }
    return names.stream().anyMatch(name -> name.parent().isEmpty() && last.belongsTo(name));
  }

  /** Its relation was renamed, not it. */
  private static boolean isMoved(Renamed renamed) {
    return renamed.before().id().name().equals(renamed.after().id().name());
  }

  private static ObjectId last(SchemaEvent event) {
    return event instanceof Renamed renamed ? renamed.after().id() : event.subject();
  }
}
