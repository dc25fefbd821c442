package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Action;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for values that a domain is to forbid, in each table that has a column of it. */
public final class DomainPreflight {
  private final Scene scene;
  private final Preflight preflight;

  /** Looks at the tables of {@code scene}. */
  public DomainPreflight(Scene scene) {
    this.scene = scene;
    this.preflight = new Preflight(scene);
  }

  /** {@return what could forbid validating {@code check}} */
  public List<Action> of(DomainConstraint check) {
    String absent =
        "NOT EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = to_regtype("
            + Identifiers.literal(Sql.owner(check.id()))
            + ") AND k.conname = "
            + Identifiers.literal(check.id().name())
            + " AND k.convalidated)";
    var actions = new ArrayList<Action>();
    for (Column column :
        columns(ObjectId.of(Kind.DOMAIN, check.id().schema(), check.id().parent()))) {
      actions.add(
          preflight.rows(
              column.id(),
              Shape.columnHas(column.id(), ColumnRule.hasType(column)) + "\n   AND " + absent,
              "have a value in " + column.id() + " that breaks " + check.id(),
              Preflight.where(column.id(), "NOT (" + inColumn(check.expression(), column) + ")")));
    }
    return actions;
  }

  /** {@return what could forbid that {@code domain} refuses null} */
  public List<Action> ofNotNull(DomainType domain) {
    var actions = new ArrayList<Action>();
    for (Column column : columns(domain.id())) {
      actions.add(
          preflight.rows(
              column.id(),
              Shape.columnHas(column.id(), ColumnRule.hasType(column))
                  + "\n   AND "
                  + DomainRule.has(domain, "NOT t.typnotnull"),
              "have null in " + column.id() + ", which " + domain.id() + " is to forbid",
              Preflight.where(column.id(), quote(column.id().name()) + " IS NULL")));
    }
    return actions;
  }

  /** {@return what could forbid a new column whose domain refuses null and gives no default} */
  Optional<Action> ofNew(Column column) {
    boolean forbidsNull =
        !column.type().array()
            && column.defaultValue().isEmpty()
            && column.generated().isEmpty()
            && scene.target().named(column.type().schema(), column.type().name()).stream()
                .anyMatch(
                    type ->
                        type instanceof DomainType domain
                            && domain.notNull()
                            && domain.defaultValue().isEmpty());
    return forbidsNull
        ? Optional.of(
            preflight.rows(
                column.id(),
                "NOT " + Shape.columnExists(column.id()),
                "would have null in the new " + column.id() + ", which its type forbids",
                Preflight.where(column.id(), "true")))
        : Optional.empty();
  }

  /** {@return the columns of tables that have this domain before and after} */
  private List<Column> columns(ObjectId domain) {
    var found = new ArrayList<Column>();
    for (SchemaObject object : scene.actual().ofKind(Kind.COLUMN)) {
      if (object instanceof Column column
          && isOf(column, domain)
          && !column.inherited()
          && scene
              .target()
              .find(column.id(), Column.class)
              .filter(now -> isOf(now, domain))
              .isPresent()
          && !scene.isForeign(column.id())
          && !scene.isOwnerFresh(column.id())
          && scene.actual().contains(column.id().parentTable())) {
        found.add(column);
      }
    }
    return found;
  }

  private static boolean isOf(Column column, ObjectId domain) {
    return !column.type().array()
        && column.type().schema().equals(domain.schema())
        && column.type().name().equals(domain.name());
  }

  /** {@code VALUE > 0} → {@code (t.price) > 0}. */
  private static String inColumn(Expression check, Column column) {
    var sql = new StringBuilder();
    int written = 0;
    for (Token token : Tokenizer.tokenize(check.sql())) {
      if (token.is("value")) {
        sql.append(check.sql(), written, token.offset())
            .append("(t.")
            .append(quote(column.id().name()))
            .append(')');
        written = token.end();
      }
    }
    return sql.append(check.sql().substring(written)).toString();
  }
}
