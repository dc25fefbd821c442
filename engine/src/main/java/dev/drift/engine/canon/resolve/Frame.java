package dev.drift.engine.canon.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the names of one query level can mean: its FROM items and their columns. */
final class Frame {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Visible> visible = new ArrayList<>();

  /** A frame of two sides of a join, or of two items of a list. */
  static Frame joined(Frame left, Frame right) {
    var frame = new Frame();
    frame.entries.addAll(left.entries);
    frame.entries.addAll(right.entries);
    frame.visible.addAll(left.visible);
    frame.visible.addAll(right.visible);
    return frame;
  }

  static Frame of(Entry entry) {
    var frame = new Frame();
    frame.add(entry);
    return frame;
  }

  void add(Entry entry) {
    entries.add(entry);
    entry.columns().ifPresent(visible::addAll);
  }

  /** Adds an item that can be named, with columns that are visible already. */
  void addNamed(Entry entry) {
    entries.add(entry);
  }

  void addAll(Frame other) {
    entries.addAll(other.entries);
    visible.addAll(other.visible);
  }

  /** Replaces what can be named without a qualifier. */
  void show(List<Visible> columns) {
    visible.clear();
    visible.addAll(columns);
  }

  List<Entry> entries() {
    return entries;
  }

  List<Visible> visible() {
    return visible;
  }

  /** {@return whether the columns of some item are not known} */
  boolean isOpen() {
    return entries.stream().anyMatch(entry -> entry.columns().isEmpty());
  }

  Optional<Visible> column(String name) {
    return visible.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  Optional<Entry> entry(String alias, String schema) {
    return entries.stream()
        .filter(entry -> entry.alias().equals(alias))
        .filter(entry -> schema.isEmpty() || entry.schema().equals(schema))
        .findFirst();
  }
}
