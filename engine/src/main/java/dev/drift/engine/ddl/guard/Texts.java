package dev.drift.engine.ddl.guard;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Identifiers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values as text, whole or with holes where they are not known. */
final class Texts {
  private Texts() {}

  /** {@return the value as a text, unknown parts as {@link Value.Unknown#HOLE}; null is empty} */
  static String template(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Numeric numeric -> number(numeric.number());
      case Value.Bool bool -> bool.value() ? "true" : "false";
      case Value.Reference reference ->
          name(reference).replace(Value.Unknown.MARK, String.valueOf(Value.Unknown.HOLE));
      case Moment moment -> MomentText.write(moment);
      case Value.Null none -> "";
      case Value.Unknown unknown -> unknown.template();
      case Value.Array array -> String.valueOf(Value.Unknown.HOLE);
      case Value.Record row -> String.valueOf(Value.Unknown.HOLE);
    };
  }

  /** {@return the template as a value: text if it has no holes} */
  static Value of(String template) {
    return template.indexOf(Value.Unknown.HOLE) < 0
        ? new Value.Text(template)
        : new Value.Unknown(template);
  }

  /** {@return whether the holes of {@code template} can be filled to make {@code text}} */
  static boolean fits(String text, String template) {
    String[] pieces = template.split(String.valueOf(Value.Unknown.HOLE), -1);
    int at = pieces[0].length();
    if (!text.startsWith(pieces[0]) || !text.endsWith(pieces[pieces.length - 1])) {
      return false;
    }
    for (int i = 1; i < pieces.length; i++) {
      at = text.indexOf(pieces[i], at);
      if (at < 0) {
        return false;
      }
      at += pieces[i].length();
    }
    return true;
  }

  /** {@return the values' texts one after the other} */
  static Value join(List<Value> values) {
    var text = new StringBuilder();
    values.forEach(value -> text.append(template(value)));
    return of(text.toString());
  }

  /** {@return the text of a value that has one, cast to text} */
  static Optional<String> text(Value value) {
    if (value instanceof Value.Null) {
      return Optional.empty();
    }
    String template = template(value);
    return template.indexOf(Value.Unknown.HOLE) < 0 ? Optional.of(template) : Optional.empty();
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /** An oid shows as a number, the reg types as names, qualified where the path may hide them. */
  private static String name(Value.Reference reference) {
    ObjectId id = reference.id();
    if (reference.type().equals("oid")) {
      return String.valueOf(Value.Unknown.HOLE);
    }
    if (Set.of("regproc", "regprocedure").contains(reference.type())) {
      int parenthesis = id.name().indexOf('(');
      String name = Identifiers.quote(id.schema(), id.name().substring(0, parenthesis));
      return reference.type().equals("regproc") ? name : name + id.name().substring(parenthesis);
    }
    String schema = id.schema().equals("pg_catalog") ? "" : id.schema();
    if (id.kind() == Kind.SCHEMA) {
      return Identifiers.quote(id.name());
    }
    return schema.isEmpty()
        ? quoted(id.name())
        : Identifiers.quote(schema) + '.' + quoted(id.name());
  }

  /** Quotes a name for what is known of it. */
  private static String quoted(String name) {
    boolean plain = Identifiers.quote(name.replace(Value.Unknown.MARK, "_")).indexOf('"') < 0;
    return plain ? name : Identifiers.quote(name);
  }
}
