package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Column.Identity;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;

/** Identity columns: made, changed and made plain again where they stand. */
final class Identities {
  private Identities() {}

  static List<Action> change(Column before, Column after, Scene scene) {
    if (after.identity().isEmpty()) {
      return List.of(
          action(after, "make " + after.id() + " no identity column", "DROP IDENTITY")
              .when(Shape.columnHas(after.id(), "a.attidentity <> ''")));
    }
    Identity identity = after.identity().get();
    if (before.identity().isEmpty()) {
      return add(before, after, identity, scene);
    }
    var actions = new ArrayList<Action>();
    if (before.identity().get().always() != identity.always()) {
      actions.add(
          action(
                  after,
                  "change when " + after.id() + " is generated",
                  "SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT"))
              .when(
                  Shape.columnHas(
                      after.id(), "a.attidentity = '" + (identity.always() ? 'd' : 'a') + "'")));
    }
    ObjectId oldSequence = sequence(before.identity().get());
    if (!before.identity().get().sequence().equals(identity.sequence())) {
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "rename the sequence of " + after.id(),
                  "ALTER SEQUENCE "
                      + Sql.name(oldSequence)
                      + " RENAME TO "
                      + quote(identity.sequence().name()))
              .when(Shape.columnHas(after.id(), isBehind(oldSequence))));
    }
    if (!before.identity().get().options().equals(identity.options())) {
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "change the sequence of " + after.id(),
                  SequenceRule.alter(
                      sequence(identity),
                      SequenceRule.allOptions(identity.options()).replaceFirst("^ AS \\w+", ""),
                      identity.options()))
              .when("NOT " + SequenceRule.has(sequence(identity), identity.options())));
    }
    return actions;
  }

  private static List<Action> add(Column before, Column after, Identity identity, Scene scene) {
    String notNull =
        before.notNull() ? "" : "ALTER COLUMN " + quote(after.id().name()) + " SET NOT NULL,\n  ";
    var actions = new ArrayList<Action>();
    actions.add(
        Action.of(
                Verb.ALTER,
                after.id(),
                "make " + after.id() + " an identity column",
                ColumnRule.alter(after)
                    + notNull
                    + "ALTER COLUMN "
                    + quote(after.id().name())
                    + " ADD "
                    + ColumnText.identity(identity))
            .locking(Lock.ACCESS_EXCLUSIVE)
            .when(Shape.columnHas(after.id(), "a.attidentity = ''")));
    SequenceRule.advance(sequence(identity), after.id(), scene)
        .map(advance -> advance.at(Verb.FINISH, after.id()))
        .ifPresent(actions::add);
    return actions;
  }

  /** Another column's may have come to be called so since. */
  private static String isBehind(ObjectId sequence) {
    return "EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = "
        + Shape.relation(sequence.schema(), sequence.name())
        + " AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum AND d.deptype = 'i')";
  }

  static ObjectId sequence(Identity identity) {
    return ObjectId.of(Kind.SEQUENCE, identity.sequence().schema(), identity.sequence().name());
  }

  private static Action action(Column column, String what, String clause) {
    return Action.of(
            Verb.ALTER,
            column.id(),
            what,
            ColumnRule.alter(column) + "ALTER COLUMN " + quote(column.id().name()) + " " + clause)
        .locking(Lock.ACCESS_EXCLUSIVE);
  }
}
