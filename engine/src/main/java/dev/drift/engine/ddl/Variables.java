package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Environment;
import dev.drift.engine.ddl.guard.Now;
import dev.drift.engine.ddl.guard.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of procedural code. */
final class Variables implements Environment {
  private final Map<String, Value> values;
  private final Set<String> records;
  private final Map<String, String> types;

  private final Now now;

  Variables(Now now) {
    this(now, Map.of(), Set.of(), Map.of());
  }

  private Variables(
      Now now, Map<String, Value> values, Set<String> records, Map<String, String> types) {
    this.now = now;
    this.values = new HashMap<>(values);
    this.records = new HashSet<>(records);
    this.types = new HashMap<>(types);
  }

  Variables copy() {
    return new Variables(now, values, records, types);
  }

  /** Makes a variable of a type that is one word; what is assigned to it is cast to that. */
  void declare(String name, String type, Value initial) {
    types.put(name, type);
    set(name, Declared.cast(initial, type, now));
  }

  /** Says that the variable holds rows: declared as a record or row, or not declared at all. */
  void markRecord(String name) {
    records.add(name);
  }

  boolean isRecord(String name) {
    return records.contains(name) || !values.containsKey(name);
  }

  void set(String name, Value value) {
    values.put(name, value);
  }

  /** Assigns to {@code variable} or {@code record.field}; of a record nothing is known then. */
  void assign(String target, Value value) {
    int dot = target.indexOf('.');
    if (dot < 0) {
      set(target, Declared.cast(value, types.getOrDefault(target, ""), now));
    } else {
      set(target.substring(0, dot), Value.UNKNOWN);
    }
  }

  /** Takes over from two possible courses what both agree on; the rest is unknown. */
  void meet(List<Variables> courses) {
    Set<String> names = new HashSet<>(values.keySet());
    for (String name : names) {
      Set<Value> possible = new HashSet<>();
      for (Variables course : courses) {
        possible.add(course.values.getOrDefault(name, Value.UNKNOWN));
      }
      values.put(name, possible.size() == 1 ? possible.iterator().next() : Value.UNKNOWN);
    }
  }

  /** Takes every value for unknown. */
  void forget() {
    values.replaceAll((name, value) -> Value.UNKNOWN);
  }

  @Override
  public Optional<Value> find(List<String> path) {
    if (path.size() == 1) {
      return Optional.ofNullable(values.get(path.get(0)));
    }
    Value owner = values.get(path.get(path.size() - 2));
    if (owner instanceof Value.Record row) {
      return row.row().get(path.get(path.size() - 1));
    }
    return owner == null
        ? Optional.ofNullable(values.get(path.get(path.size() - 1)))
        : Optional.of(Value.UNKNOWN);
  }
}
