package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Grant;
import dev.drift.engine.model.ObjectId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The value of an expression, as far as the schema decides it. */
public sealed interface Value
    permits Value.Text,
        Value.Numeric,
        Value.Bool,
        Value.Array,
        Value.Reference,
        Value.Record,
        Value.Null,
        Value.Unknown,
        Moment {
  Value NULL = new Null();
  Value TRUE = new Bool(true);
  Value FALSE = new Bool(false);
  Value UNKNOWN = new Unknown(String.valueOf(Unknown.HOLE));

  /** Text of any type that is not one of the others. */
  record Text(String text) implements Value {}

  /** A number. */
  record Numeric(BigDecimal number) implements Value {}

  /** True or false. */
  record Bool(boolean value) implements Value {}

  /** An array. */
  record Array(List<Value> elements) implements Value {
    public Array {
      elements = List.copyOf(elements);
    }

    /** {@return the elements of all its dimensions} */
    public List<Value> flat() {
      return elements.stream()
          .flatMap(each -> each instanceof Array inner ? inner.flat().stream() : Stream.of(each))
          .toList();
    }
  }

  /**
   * An object's oid.
   *
   * @param type how it shows as text: {@code oid}, {@code regclass}, {@code regtype}, …
   */
  record Reference(ObjectId id, String type) implements Value {}

  /** A row with named columns. */
  record Record(Row row) implements Value {}

  /** SQL's null. */
  record Null() implements Value {}

  /**
   * Not decided by the schema.
   *
   * @param template as text: what is known of it, a {@link #HOLE} for each part that is not
   */
  record Unknown(String template) implements Value {
    public static final char HOLE = '\0';

    /** Stands for a hole in the names of the model; a letter to PostgreSQL's scanner. */
    public static final String MARK = Grant.UNKNOWN_PART;

    /** {@return {@code text} as a value, with holes for its marks} */
    static Value ofMarked(String text) {
      return text.contains(MARK)
          ? new Unknown(text.replace(MARK, String.valueOf(HOLE)))
          : new Text(text);
    }

    /** {@return the template with marks for its holes} */
    String marked() {
      return template.replace(String.valueOf(HOLE), MARK);
    }
  }

  /** {@return the truth value} */
  static Value of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** {@return the number} */
  static Value of(long number) {
    return new Numeric(BigDecimal.valueOf(number));
  }

  /** {@return whether it is certainly true} */
  default boolean isTrue() {
    return this instanceof Bool bool && bool.value();
  }

  /** {@return whether it, or a part of it, is not known} */
  default boolean isUnknown() {
    return this instanceof Unknown
        || this instanceof Array array && array.elements().stream().anyMatch(Value::isUnknown);
  }
}
