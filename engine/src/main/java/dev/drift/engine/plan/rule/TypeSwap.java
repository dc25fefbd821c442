package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Lock;
import dev.drift.engine.plan.Verb;
import dev.drift.engine.plan.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a new type in the place of one that tables use: the old one is renamed, the new one made,
 * the columns converted by way of text, the old one dropped; all in one transaction.
 */
public final class TypeSwap {
  private TypeSwap() {}

  /** {@return renaming {@code type} away, {@code create}, dropping the old one} */
  static List<Action> around(ObjectId type, List<Action> create, String stillOld, String keyword) {
    var actions = new ArrayList<Action>();
    String away = quote(type.schema(), awayName(type.name()));
    actions.add(
        Action.of(
                Verb.AWAY,
                type,
                "set the old " + type + " aside",
                "ALTER "
                    + keyword
                    + " "
                    + Sql.name(type)
                    + " RENAME TO "
                    + quote(awayName(type.name())))
            .when(stillOld));
    actions.addAll(create);
    actions.add(
        Action.of(Verb.DROP, type, "drop the old " + type, "DROP " + keyword + " " + away)
            .when("to_regtype(" + literal(away) + ") IS NOT NULL"));
    return actions;
  }

  /** {@return converting {@code column} from the type set aside to the new one of the same name} */
  public static Action convert(Column column) {
    TypeName type = column.type();
    TypeName old = away(type);
    String name = quote(column.id().name());
    String text = type.array() ? "::text[]::" : "::text::";
    return Action.of(
            Verb.ALTER,
            column.id(),
            "convert " + column.id() + " to the new " + type.name(),
            "ALTER TABLE "
                + Sql.owner(column.id())
                + " ALTER COLUMN "
                + name
                + " TYPE "
                + Types.sql(type)
                + " USING "
                + name
                + text
                + Types.sql(type)
                + ColumnText.afterRetyping(column))
        .when(
            Shape.columnHas(column.id(), Shape.typeIs("format_type(a.atttypid, a.atttypmod)", old)))
        .locking(Lock.ACCESS_EXCLUSIVE)
        .doing(Work.REWRITE)
        .hazard(Hazard.REWRITES_TABLE)
        .hazard(Hazard.MAY_FAIL_ON_DATA)
        .unsettlingDependents();
  }

  /** {@return the type that {@code type} is while it waits to be dropped} */
  static TypeName away(TypeName type) {
    return new TypeName(type.schema(), awayName(type.name()), type.modifier(), type.array());
  }

  /** {@return giving {@code column} the new collation in the place of the one set aside} */
  public static Action collate(Column column) {
    QualifiedName collation = column.collation().orElseThrow();
    String old = literal(awayName(collation.name()));
    return Action.of(
            Verb.ALTER,
            column.id(),
            "give " + column.id() + " the new " + collation.name(),
            "ALTER TABLE "
                + Sql.owner(column.id())
                + " ALTER COLUMN "
                + quote(column.id().name())
                + " TYPE "
                + Types.sql(column.type())
                + " COLLATE "
                + Sql.name(collation))
        .when(
            Shape.columnHas(
                column.id(),
                "EXISTS (SELECT FROM pg_collation c WHERE c.oid = a.attcollation AND c.collname = "
                    + old
                    + ")"))
        .locking(Lock.ACCESS_EXCLUSIVE)
        .doing(Work.INDEX_BUILD)
        .unsettlingDependents();
  }

  /** {@return the name under which something waits to be dropped} */
  static String awayName(String name) {
    return GeneratedNames.objectName(name, "", "drift_old");
  }

  /** {@return whether objects of this kind are replaced in this way} */
  public static boolean applies(Kind kind) {
    return switch (kind) {
      case ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE, COLLATION -> true;
      default -> false;
    };
  }
}
