package dev.drift.engine.plan.rule;

import dev.drift.engine.model.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Transforms, which are replaced. */
final class TransformRule extends DefinedRule<Transform> {
  @Override
  String definition(Transform transform) {
    return "CREATE " + text(transform);
  }

  private static String text(Transform transform) {
    var functions = new ArrayList<String>();
    transform
        .fromSql()
        .ifPresent(name -> functions.add("FROM SQL WITH FUNCTION " + function(name)));
    transform.toSql().ifPresent(name -> functions.add("TO SQL WITH FUNCTION " + function(name)));
    return "TRANSFORM FOR "
        + Addresses.transformed(transform.id())
        + " ("
        + String.join(", ", functions)
        + ")";
  }

  private static String function(dev.drift.engine.model.QualifiedName name) {
    String routine = Addresses.routine(name);
    return routine.endsWith(")") ? routine : routine + "(internal)";
  }

  @Override
  String row(Transform transform) {
    return "pg_transform o WHERE "
        + Shape.plainTypeIs("o.trftype", transform.type())
        + " AND "
        + refersTo("o.trflang", "pg_language", "lanname", transform.language());
  }

  @Override
  SortedMap<String, String> shape(Transform transform) {
    var shape = new TreeMap<String, String>();
    shape.put("fromSql", calls("o.trffromsql", transform.fromSql()));
    shape.put("toSql", calls("o.trftosql", transform.toSql()));
    return shape;
  }

  @Override
  public Change change(Transform before, Transform after, Set<String> attributes, Scene scene) {
    return new Change.InPlace(
        List.of(alter(before, after, attributes, "CREATE OR REPLACE " + text(after))));
  }
}
