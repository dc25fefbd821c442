package dev.drift.engine.ddl;

import dev.drift.engine.canon.FieldNames;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/** A field of a composite type or of a relation's rows under another name, wherever it is named. */
final class FieldRename implements Rewriting {
  /** What has SQL but no expressions of its own rows. */
  private static final Set<Kind> QUERIES =
      EnumSet.of(Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.FUNCTION, Kind.PROCEDURE, Kind.RULE);

  private final FieldNames names;

  private FieldRename(FieldNames names) {
    this.names = names;
  }

  /** Renames a field of {@code type}, which itself still has the old one, in all objects. */
  static void ofType(ObjectId type, String from, String to, Changes changes) {
    apply(
        EnumSet.allOf(Kind.class),
        FieldNames.of(type, from, to, Surroundings.of(changes.objects())),
        changes);
  }

  /**
   * Renames a column of {@code relation}, which itself still has the old one: in queries, and in
   * all objects where a column holds its rows.
   */
  static void ofRelation(ObjectId relation, String from, String to, Changes changes) {
    boolean held =
        changes.objects().outwardColumns().stream()
            .anyMatch(
                object ->
                    object instanceof Column column
                        && column.type().schema().equals(relation.schema())
                        && column.type().name().equals(relation.name()));
    apply(
        held ? EnumSet.allOf(Kind.class) : QUERIES,
        FieldNames.of(relation, from, to, Surroundings.of(changes.objects())),
        changes);
  }

  private static void apply(Set<Kind> kinds, FieldNames names, Changes changes) {
    var all = new ArrayList<SchemaObject>();
    for (Kind kind : kinds) {
      for (SchemaObject object : changes.objects().ofKind(kind)) {
        if (!(object instanceof Routine routine) || routine.standardBody().isPresent()) {
          all.add(object);
        }
      }
    }
    for (SchemaObject object : all) {
      var rewriter = new Rewriter(new FieldRename(names.in(object)));
      SchemaObject after = rewriter.rewrite(object);
      if (!after.equals(object)) {
        changes.alter(object, after);
      }
    }
  }

  @Override
  public Expression expression(ObjectId owner, Expression expression) {
    return names.rename(expression);
  }

  @Override
  public Query query(Query query) {
    return names.rename(query);
  }
}
