package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.canon.Match;
import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.model.Check;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Statistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks, indexes and statistics of a table one of whose columns gets another type. The server
 * makes them again from what it printed for the old type, casts included, so that {@code d >
 * '2020-01-01'} stays a comparison with a date (tablecmds.c, ATPostAlterTypeCleanup).
 */
final class RetypedParts {
  private final Changes changes;
  private final List<SchemaObject> parts = new ArrayList<>();
  private final Map<String, Expression> settled = new HashMap<>();

  /** Remembers what is there; {@code column} still has the old type. */
  RetypedParts(ObjectId column, Changes changes) {
    this.changes = changes;
    for (SchemaObject part : changes.objects().childrenOf(column.parentTable())) {
      if (part instanceof Check || part instanceof Index || part instanceof Exclusion) {
        remember(part, column.name());
      }
    }
    for (SchemaObject part : changes.objects().referrersTo(column.parentTable())) {
      if (part instanceof Statistics) {
        remember(part, column.name());
      }
    }
  }

  private void remember(SchemaObject part, String column) {
    Surroundings around = Surroundings.of(changes.objects()).of(part);
    new Rewriter(
            new Rewriting() {
              @Override
              public Expression expression(ObjectId owner, Expression expression) {
                if (!Expressions.columns(expression, List.of(column)).isEmpty()) {
                  settled.put(expression.sql(), Expressions.settled(expression, around));
                }
                return expression;
              }
            })
        .rewrite(part);
    parts.add(part);
  }

  /** Alters what would mean something else by the new type. */
  void remake() {
    if (settled.isEmpty()) {
      return;
    }
    for (SchemaObject part : parts) {
      Surroundings around = Surroundings.of(changes.objects()).of(part);
      changes.alter(
          part,
          new Rewriter(
                  new Rewriting() {
                    @Override
                    public Expression expression(ObjectId owner, Expression expression) {
                      Expression before = settled.getOrDefault(expression.sql(), expression);
                      return Expressions.compare(expression, before, around) == Match.EQUAL
                          ? expression
                          : before;
                    }

                    @Override
                    public IndexKey key(ObjectId owner, IndexKey key) {
                      return IndexKeys.plain(key, owner, changes.context());
                    }
                  })
              .rewrite(part));
    }
  }
}
