package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Objects that are one row of a catalog and one CREATE statement. Where a kind has no statement for
 * a change, it is made anew.
 */
abstract class DefinedRule<T extends SchemaObject> implements Rule<T> {

  /** {@return the CREATE statement} */
  abstract String definition(T object);

  /**
   * {@return catalog, alias and conditions that find the row: {@code pg_cast o WHERE o.castsource =
   * …}}
   */
  abstract String row(T object);

  /** {@return by attribute, the condition on the row that it is so} */
  abstract SortedMap<String, String> shape(T object);

  @Override
  public List<Action> create(T object, Scene scene) {
    ObjectId id = object.id();
    return List.of(
        Action.of(Verb.CREATE, id, "create " + id, definition(object))
            .resolvingNames()
            .guarded(Guard.when("NOT " + exists(object)).orElse(isSo(object))));
  }

  @Override
  public List<Action> drop(T object, Scene scene) {
    ObjectId id = object.id();
    return List.of(
        Action.of(Verb.DROP, id, "drop " + id, "DROP " + Addresses.to(id, scene.actual()))
            .resolvingNames()
            .when(exists(object)));
  }

  @Override
  public Change change(T before, T after, Set<String> attributes, Scene scene) {
    return new Change.Rebuild(has(before, attributes), false);
  }

  /** {@return a statement that makes {@code before} to {@code after}, if it has not yet been} */
  final Action alter(T before, T after, Set<String> attributes, String statement) {
    ObjectId id = after.id();
    return Action.of(Verb.ALTER, id, "change " + id, statement)
        .resolvingNames()
        .guarded(Guard.when(has(before, attributes)).orElse(isSo(after)));
  }

  final String exists(T object) {
    return "EXISTS (SELECT FROM " + row(object) + ")";
  }

  /** {@return that the object is there and has all its attributes} */
  final String isSo(T object) {
    return has(object, shape(object).keySet());
  }

  /** {@return that the object is there and has these attributes} */
  final String has(T object, Set<String> attributes) {
    var conditions = new ArrayList<>(List.of(row(object)));
    for (Map.Entry<String, String> attribute : shape(object).entrySet()) {
      if (attributes.contains(attribute.getKey())) {
        conditions.add(attribute.getValue());
      }
    }
    return "EXISTS (SELECT FROM " + Shape.all(conditions) + ")";
  }

  /** {@return the row of {@code catalog}, alias o, whose columns begin with {@code prefix}} */
  static String row(String catalog, String prefix, ObjectId id) {
    return catalog + " o WHERE " + named(prefix, id.schema(), id.name());
  }

  static String named(String prefix, String schema, String name) {
    return "o."
        + prefix
        + "name = "
        + literal(name)
        + " AND o."
        + prefix
        + "namespace = to_regnamespace("
        + literal(quote(schema))
        + ")";
  }

  /** {@return that the column refers to a function of that name} */
  static String calls(String column, Optional<QualifiedName> function) {
    return function
        .map(name -> refersTo(column, "pg_proc", "proname", Addresses.bareRoutine(name)))
        .orElse(column + " = 0");
  }

  static String calls(String column, QualifiedName function) {
    return calls(column, Optional.of(function));
  }

  /** {@return that the column refers to an operator of that name} */
  static String operator(String column, Optional<QualifiedName> operator) {
    return operator
        .map(name -> refersTo(column, "pg_operator", "oprname", Addresses.operatorName(name)))
        .orElse(column + " = 0");
  }

  /** {@return that the column refers to the row of that name} */
  static String refersTo(String column, String catalog, String nameColumn, String name) {
    return "EXISTS (SELECT FROM "
        + catalog
        + " x WHERE x.oid = "
        + column
        + " AND x."
        + nameColumn
        + " = "
        + literal(name)
        + ")";
  }

  static String flag(String column, boolean value) {
    return (value ? "" : "NOT ") + column;
  }

  /** {@return that a text is so; a missing one is as an empty one} */
  static String text(String column, String value) {
    return "coalesce(" + column + "::text, '') = " + literal(value);
  }
}
