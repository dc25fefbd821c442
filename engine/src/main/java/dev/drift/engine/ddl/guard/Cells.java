package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import java.util.List;
import java.util.Optional;

/** Makes the values of catalog columns. */
final class Cells {
  private Cells() {}

  static Optional<Value> text(String text) {
    return Optional.of(Value.Unknown.ofMarked(text));
  }

  static Optional<Value> text(Optional<String> text) {
    return Optional.of(text.map(Value.Unknown::ofMarked).orElse(Value.NULL));
  }

  static Optional<Value> bool(boolean value) {
    return Optional.of(Value.of(value));
  }

  static Optional<Value> number(long number) {
    return Optional.of(Value.of(number));
  }

  static Optional<Value> yesNo(boolean value) {
    return text(value ? "YES" : "NO");
  }

  static Optional<Value> oid(ObjectId id) {
    return Optional.of(new Value.Reference(id, "oid"));
  }

  static Optional<Value> namespace(String schema) {
    return oid(ObjectId.global(Kind.SCHEMA, schema));
  }

  static Optional<Value> texts(List<String> texts) {
    return Optional.of(new Value.Array(texts.stream().<Value>map(Value.Text::new).toList()));
  }

  static Optional<Value> unknown() {
    return Optional.of(Value.UNKNOWN);
  }

  static Optional<Value> none() {
    return Optional.empty();
  }
}
