package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Unique;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Phase;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A primary key or unique constraint on a table in use: its index is built beside readers and
 * writers, and then made a constraint in no time (ALTER TABLE, ADD … USING INDEX).
 */
final class OnlineKey {
  private OnlineKey() {}

  /**
   * {@return the index to build; empty where there is nothing to wait for, or where the constraint
   * takes the place of another, which must not leave a gap}
   */
  static Optional<Index> indexOf(SchemaObject key, Scene scene) {
    ObjectId id = key.id();
    boolean plain =
        !scene.isOwnerFresh(id)
            && !scene.actual().contains(id)
            && !replaces(key, scene)
            && scene
                .target()
                .find(id.parentTable(), Table.class)
                .filter(table -> table.partitionKey().isEmpty())
                .isPresent();
    if (!plain) {
      return Optional.empty();
    }
    return switch (key) {
      case PrimaryKey primary when !primary.withoutOverlaps() ->
          Optional.of(
              index(
                  id,
                  primary.columns(),
                  primary.include(),
                  false,
                  primary.options(),
                  primary.tablespace()));
      case Unique unique when !unique.withoutOverlaps() ->
          Optional.of(
              index(
                  id,
                  unique.columns(),
                  unique.include(),
                  unique.nullsNotDistinct(),
                  unique.options(),
                  unique.tablespace()));
      default -> Optional.empty();
    };
  }

  private static boolean replaces(SchemaObject key, Scene scene) {
    return scene.actual().childrenOf(key.id().parentTable()).stream()
        .filter(part -> !scene.target().contains(part.id()))
        .anyMatch(
            part ->
                switch (part) {
                  case PrimaryKey primary ->
                      key instanceof PrimaryKey || columns(key).equals(primary.columns());
                  case Unique unique -> columns(key).equals(unique.columns());
                  default -> false;
                });
  }

  private static List<String> columns(SchemaObject key) {
    return switch (key) {
      case PrimaryKey primary -> primary.columns();
      case Unique unique -> unique.columns();
      default -> List.of();
    };
  }

  private static Index index(
      ObjectId key,
      List<String> columns,
      List<String> include,
      boolean nullsNotDistinct,
      SortedMap<String, String> options,
      Optional<String> tablespace) {
    List<IndexKey> keys =
        columns.stream()
            .map(
                column ->
                    new IndexKey(
                        new Expression(quote(column)),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(),
                        false,
                        false))
            .toList();
    return new Index(
        new ObjectId(Kind.INDEX, key.schema(), key.parent(), key.name()),
        true,
        "btree",
        keys,
        include,
        nullsNotDistinct,
        Optional.empty(),
        options,
        tablespace,
        false,
        true);
  }

  /** {@return building the index, and making it the constraint} */
  static List<Action> create(ObjectId key, Index index, String shape, Deferral deferral) {
    String name = quote(key.name());
    String keyword = key.kind() == Kind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE";
    return List.of(
        Action.of(
                Verb.CREATE,
                key,
                "drop what is left of an unfinished build of the index of " + key,
                "DROP INDEX " + Sql.name(index.id()))
            .in(Phase.INDEXES)
            .alone()
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(IndexRule.isIndexOf(index, "NOT i.indisvalid")),
        Action.of(
                Verb.CREATE,
                key,
                "build the index of " + key,
                IndexText.create(index, "CONCURRENTLY IF NOT EXISTS "))
            .in(Phase.INDEXES)
            .resolvingNames()
            .alone()
            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
            .doing(Work.INDEX_BUILD)
            .hazard(Hazard.INDEX_BUILD)
            .hazard(Hazard.MAY_FAIL_ON_DATA)
            .guarded(
                new Guard(
                    Optional.empty(), Optional.of(IndexRule.isIndexOf(index, "i.indisvalid")))),
        Action.of(
                Verb.CREATE,
                key,
                "add " + key,
                "ALTER TABLE "
                    + Sql.owner(key)
                    + " ADD CONSTRAINT "
                    + name
                    + " "
                    + keyword
                    + " USING INDEX "
                    + name
                    + Sql.deferral(deferral))
            .in(Phase.CONSTRAINTS)
            .locking(Lock.ACCESS_EXCLUSIVE)
            .guarded(
                Guard.when("NOT " + Shape.constraintHas(key, "true"))
                    .orElse(Shape.constraintHas(key, shape))));
  }
}
