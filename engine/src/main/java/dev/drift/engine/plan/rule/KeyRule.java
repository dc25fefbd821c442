package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Constraints with an index behind them: primary keys, unique and exclusion constraints. */
final class KeyRule<T extends SchemaObject> implements Rule<T> {
  @Override
  public List<Action> create(T key, Scene scene) {
    return OnlineKey.indexOf(key, scene)
        .map(index -> OnlineKey.create(key.id(), index, shape(key), deferral(key)))
        .orElseGet(() -> createAtOnce(key, scene));
  }

  private List<Action> createAtOnce(T key, Scene scene) {
    Action add =
        Action.of(
                Verb.CREATE,
                key.id(),
                "add " + key.id(),
                alter(key.id())
                    + "ADD CONSTRAINT "
                    + quote(key.id().name())
                    + " "
                    + ConstraintText.of(key))
            .resolvingNames()
            .guarded(
                Guard.when("NOT " + Shape.constraintHas(key.id(), "true"))
                    .orElse(Shape.constraintHas(key.id(), shape(key))))
            .locking(Lock.ACCESS_EXCLUSIVE);
    return List.of(
        scene.isOwnerFresh(key.id())
            ? add
            : add.doing(Work.INDEX_BUILD)
                .hazard(Hazard.INDEX_BUILD)
                .hazard(Hazard.MAY_FAIL_ON_DATA));
  }

  @Override
  public List<Action> drop(T key, Scene scene) {
    Action drop =
        Action.of(
                Verb.DROP,
                key.id(),
                "drop " + key.id(),
                alter(key.id()) + "DROP CONSTRAINT " + quote(key.id().name()))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(Shape.constraintHas(key.id(), "k.conislocal"));
    return List.of(Reattachment.aroundKey(drop, key.id(), scene));
  }

  @Override
  public Change change(T before, T after, Set<String> attributes, Scene scene) {
    if (Set.of("options", "tablespace").containsAll(attributes)) {
      return new Change.InPlace(settings(before, after, attributes));
    }
    var old = new ArrayList<String>();
    for (String attribute : attributes) {
      if (!attribute.equals("options") && !attribute.equals("tablespace")) {
        old.add(stillOld(before, attribute));
      }
    }
    return new Change.Rebuild(Shape.constraintHas(before.id(), Shape.all(old)), false);
  }

  private String stillOld(T before, String attribute) {
    return switch (attribute) {
      case "columns" -> shape(before);
      case "deferral" -> deferralIs(deferral(before));
      case "withoutOverlaps" -> (withoutOverlaps(before) ? "" : "NOT ") + "k.conperiod";
      default -> indexIs(IndexShape.of(before, attribute));
    };
  }

  private static String indexIs(String condition) {
    return "EXISTS (SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE"
        + " i.indexrelid = k.conindid AND "
        + condition
        + ")";
  }

  /** That the constraint {@code k} is of that kind and on those columns. */
  private static String shape(SchemaObject key) {
    return switch (key) {
      case PrimaryKey primary -> "k.contype = 'p' AND " + columnsAre(primary.columns());
      case Unique unique -> "k.contype = 'u' AND " + columnsAre(unique.columns());
      case Exclusion exclusion -> "k.contype = 'x'";
      default -> throw new IllegalArgumentException("no index behind " + key.id());
    };
  }

  private static String columnsAre(List<String> columns) {
    return Shape.columnNames("k.conkey", "k.conrelid") + " = " + Shape.textArray(columns);
  }

  static String deferralIs(Deferral deferral) {
    return "(k.condeferrable, k.condeferred) = ("
        + (deferral != Deferral.NOT_DEFERRABLE)
        + ", "
        + (deferral == Deferral.INITIALLY_DEFERRED)
        + ")";
  }

  private static Deferral deferral(SchemaObject key) {
    return switch (key) {
      case PrimaryKey primary -> primary.deferral();
      case Unique unique -> unique.deferral();
      case Exclusion exclusion -> exclusion.deferral();
      default -> Deferral.NOT_DEFERRABLE;
    };
  }

  private static boolean withoutOverlaps(SchemaObject key) {
    return key instanceof PrimaryKey primary && primary.withoutOverlaps()
        || key instanceof Unique unique && unique.withoutOverlaps();
  }

  private List<Action> settings(T before, T after, Set<String> attributes) {
    return IndexSettings.change(
        after.id(),
        attributes.contains("options") ? Optional.of(options(before)) : Optional.empty(),
        options(after),
        attributes.contains("tablespace") ? Optional.of(tablespace(after)) : Optional.empty());
  }

  private static SortedMap<String, String> options(SchemaObject key) {
    return switch (key) {
      case PrimaryKey primary -> primary.options();
      case Unique unique -> unique.options();
      case Exclusion exclusion -> exclusion.options();
      default -> throw new IllegalArgumentException("no index behind " + key.id());
    };
  }

  private static String tablespace(SchemaObject key) {
    Optional<String> name =
        switch (key) {
          case PrimaryKey primary -> primary.tablespace();
          case Unique unique -> unique.tablespace();
          case Exclusion exclusion -> exclusion.tablespace();
          default -> Optional.empty();
        };
    return name.orElse("pg_default");
  }

  private static String alter(ObjectId key) {
    return "ALTER TABLE " + Sql.owner(key) + " ";
  }
}
