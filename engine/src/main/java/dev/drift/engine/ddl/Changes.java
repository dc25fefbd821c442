package dev.drift.engine.ddl;

import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Collects the events of one statement. What has been collected is at once visible in {@link
 * #objects}, so that the statement's later parts are decided against it.
 */
final class Changes {
  private final Context start;
  private final Overlay objects;
  private final List<Decision.Effect> effects = new ArrayList<>();
  private final SortedSet<ObjectId> open = new TreeSet<>();
  private Optional<Token> clause = Optional.empty();
  private Optional<String> openReason = Optional.empty();

  Changes(Context context) {
    this.start = context;
    this.objects = new Overlay(context.objects());
  }

  /** {@return the schema with the changes so far} */
  Objects objects() {
    return objects;
  }

  /** {@return the schema as it was before the statement} */
  Objects before() {
    return start.objects();
  }

  /** {@return the statement's context with the changes so far} */
  Context context() {
    return start.with(objects);
  }

  /** Says which clause causes the events that follow. */
  Changes at(Optional<Token> token) {
    clause = token;
    return this;
  }

  /** Creates an object, with the owner and the privileges that new ones get. */
  void create(SchemaObject object) {
    add(new SchemaEvent.Created(object));
    objects.put(object);
    new Ownership(this).created(object);
  }

  /** Replaces {@code before}; no event if nothing changes. */
  void alter(SchemaObject before, SchemaObject after) {
    if (!before.equals(after)) {
      add(new SchemaEvent.Altered(before, after));
      objects.put(after);
      new Ownership(this).altered(before, after);
    }
  }

  /** Gives an object another id, or alters it if the id stays. */
  void rename(SchemaObject before, SchemaObject after) {
    if (before.id().equals(after.id())) {
      alter(before, after);
      return;
    }
    add(new SchemaEvent.Renamed(before, after));
    objects.remove(before.id());
    objects.put(after);
  }

  /** Drops an object with its owner and privileges, which may be gone with another one already. */
  void drop(SchemaObject object) {
    if (Ownership.isPart(object) && !objects.contains(object.id())) {
      return;
    }
    add(new SchemaEvent.Dropped(object));
    objects.remove(object.id());
    new Ownership(this).dropped(object);
  }

  /** Takes over what another decision, made against {@link #context}, does. */
  void addAll(List<Decision.Effect> more) {
    for (Decision.Effect effect : more) {
      effects.add(effect);
      switch (effect.event()) {
        case SchemaEvent.Created created -> objects.put(created.object());
        case SchemaEvent.Altered altered -> objects.put(altered.after());
        case SchemaEvent.Renamed renamed -> {
          objects.remove(renamed.before().id());
          objects.put(renamed.after());
        }
        case SchemaEvent.Dropped dropped -> objects.remove(dropped.object().id());
      }
    }
  }

  List<Decision.Effect> list() {
    return List.copyOf(effects);
  }

  Decision.Effects effects() {
    return new Decision.Effects(effects);
  }

  /** Notes that one part of the statement depends on what is not known; the rest goes on. */
  void leaveOpen(String reason, Collection<ObjectId> touched) {
    openReason = openReason.or(() -> Optional.of(reason));
    open.addAll(touched);
  }

  /** {@return the effects, or an opaque decision with them if a part was left open} */
  Decision decision() {
    return openReason
        .<Decision>map(reason -> new Decision.Opaque(reason, open, effects))
        .orElseGet(this::effects);
  }

  private void add(SchemaEvent event) {
    effects.add(new Decision.Effect(event, clause));
  }
}
