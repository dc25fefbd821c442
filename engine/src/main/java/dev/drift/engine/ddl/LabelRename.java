package dev.drift.engine.ddl;

import dev.drift.engine.canon.EnumLabels;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import java.util.ArrayList;
import java.util.Optional;

/** A value of an enum under another label, wherever one object's SQL has it. */
final class LabelRename implements Rewriting {
  private final EnumLabels labels;

  private LabelRename(EnumLabels labels) {
    this.labels = labels;
  }

  /** Renames the label in the SQL of every object; the enum itself still has the old one. */
  static void apply(ObjectId type, String from, String to, Changes changes) {
    EnumLabels labels = EnumLabels.of(type, from, to, Surroundings.of(changes.objects()));
    var all = new ArrayList<SchemaObject>();
    for (Kind kind : Kind.values()) {
      all.addAll(changes.objects().ofKind(kind));
    }
    for (SchemaObject object : all) {
      var rewriter = new Rewriter(new LabelRename(labels.in(object)));
      changes.alter(object, rewriter.rewrite(object));
    }
  }

  @Override
  public Expression expression(ObjectId owner, Expression expression) {
    return labels.rename(expression);
  }

  @Override
  public Expression bound(ObjectId table, Expression bound) {
    return labels.renameInBound(bound);
  }

  @Override
  public Optional<Expression> defaultValue(ObjectId routine, Routine.Parameter parameter) {
    return parameter.defaultValue().map(labels.within(parameter)::rename);
  }

  @Override
  public Query query(Query query) {
    return labels.rename(query);
  }
}
