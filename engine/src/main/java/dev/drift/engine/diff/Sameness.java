package dev.drift.engine.diff;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Queries;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether two values of a record's component mean the same: part by part, SQL by its meaning. */
final class Sameness {
  private final Surroundings around;

  private Sameness(Surroundings around) {
    this.around = around;
  }

  /** {@return how the values of objects compare whose SQL stands in {@code around}} */
  static Sameness in(Surroundings around) {
    return new Sameness(around);
  }

  Match compare(Object expected, Object actual) {
    if (expected.equals(actual)) {
      return Match.EQUAL;
    }
    if (expected.getClass() != actual.getClass() && !(expected instanceof List)) {
      return Match.DIFFERENT;
    }
    return switch (expected) {
      case Expression expression -> Expressions.compare(expression, (Expression) actual, around);
      case Query query -> Queries.compare(query, (Query) actual, around);
      case TypeName type -> Types.compare(type, (TypeName) actual);
      case QualifiedName name -> names(name, (QualifiedName) actual);
      case Optional<?> optional -> optionals(optional, (Optional<?>) actual);
      case List<?> list -> lists(list, (List<?>) actual);
      case Map<?, ?> map -> maps(map, (Map<?, ?>) actual);
      case NotNullConstraint constraint -> same(constraint.means((NotNullConstraint) actual));
      case Record parts -> records(parts, (Record) actual);
      case String text -> texts(text, (String) actual);
      default -> Match.DIFFERENT;
    };
  }

  /** An unresolved schema matches any. */
  private static Match names(QualifiedName a, QualifiedName b) {
    boolean schema = a.schema().equals(b.schema()) || a.schema().isEmpty() || b.schema().isEmpty();
    return same(schema && a.name().equals(b.name()));
  }

  /** Whether a column refuses null is said by the column; not before 18 by a constraint, too. */
  private Match optionals(Optional<?> a, Optional<?> b) {
    if (a.isPresent() && b.isPresent()) {
      return compare(a.get(), b.get());
    }
    return same(
        Stream.concat(a.stream(), b.stream()).allMatch(NotNullConstraint.class::isInstance));
  }

  private Match lists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return Match.DIFFERENT;
    }
    var match = Match.EQUAL;
    for (int i = 0; i < a.size(); i++) {
      match = match.and(compare(a.get(i), b.get(i)));
    }
    return match;
  }

  private Match maps(Map<?, ?> a, Map<?, ?> b) {
    if (!a.keySet().equals(b.keySet())) {
      return Match.DIFFERENT;
    }
    return lists(List.copyOf(a.values()), List.copyOf(b.values()));
  }

  private Match records(Record a, Record b) {
    Sameness inside = in(around.within(a));
    var match = Match.EQUAL;
    for (Parts.Part part : Parts.of(a.getClass())) {
      match = match.and(inside.compare(part.of(a), part.of(b)));
    }
    return match;
  }

  private static Match texts(String expected, String actual) {
    return same(lines(expected).equals(lines(actual)));
  }

  /** Line ends are the editor's, not the schema's. */
  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
  }

  private static Match same(boolean same) {
    return same ? Match.EQUAL : Match.DIFFERENT;
  }
}
