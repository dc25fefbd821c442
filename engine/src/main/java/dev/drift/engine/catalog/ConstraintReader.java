package dev.drift.engine.catalog;

import dev.drift.engine.model.Check;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.DomainConstraint;
import dev.drift.engine.model.Exclusion;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code pg_constraint} to the constraints of tables and domains. */
final class ConstraintReader implements CatalogReader {
  @Override
  public String family() {
    return "constraints";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      constraint(row, reading)
          .ifPresent(object -> reading.add("pg_constraint", row.text("oid"), object));
    }
  }

  private static Optional<SchemaObject> constraint(CatalogRow row, Reading reading) {
    Optional<Relation> table = reading.ownRelation(row.text("relation")).filter(Relation::isTable);
    if (table.isEmpty()) {
      return reading.object("pg_type", row.text("domain")).map(id -> domainConstraint(row, id));
    }
    return switch (row.text("kind")) {
      case "c" -> Optional.of(check(row, table.get()));
      case "f" -> foreignKey(row, table.get(), reading);
      default ->
          Optional.ofNullable(reading.indexes().get(row.text("index")))
              .map(index -> backed(row, table.get(), index));
    };
  }

  private static DomainConstraint domainConstraint(CatalogRow row, ObjectId domain) {
    return new DomainConstraint(
        domain.child(Kind.DOMAIN_CONSTRAINT, row.text("name")),
        expression(row),
        row.flag("validated"));
  }

  private static Check check(CatalogRow row, Relation table) {
    return new Check(
        table.id().child(Kind.CHECK, row.text("name")),
        expression(row),
        row.flag("no_inherit"),
        row.flag("validated"),
        row.flag("enforced"));
  }

  private static Expression expression(CatalogRow row) {
    return Deparsed.expression(row.text("expression"));
  }

  private static Optional<SchemaObject> foreignKey(
      CatalogRow row, Relation table, Reading reading) {
    return reading
        .relation(row.text("referenced"))
        .map(
            referenced ->
                new ForeignKey(
                    table.id().child(Kind.FOREIGN_KEY, row.text("name")),
                    table.names(row.numbers("columns")),
                    referenced.id(),
                    referenced.names(row.numbers("referenced_columns")),
                    row.text("match").equals("f") ? "full" : "simple",
                    action(row.text("on_update")),
                    action(row.text("on_delete")),
                    table.names(row.numbers("set_columns")),
                    deferral(row),
                    row.flag("validated"),
                    row.flag("enforced"),
                    row.flag("period"),
                    row.optional("index_name")));
  }

  private static SchemaObject backed(CatalogRow row, Relation table, CatalogIndex index) {
    String name = row.text("name");
    List<String> columns = table.names(row.numbers("columns"));
    return switch (row.text("kind")) {
      case "p" ->
          new PrimaryKey(
              table.id().child(Kind.PRIMARY_KEY, name),
              columns,
              index.include(),
              deferral(row),
              index.options(),
              index.tablespace(),
              row.flag("period"));
      case "u" ->
          new Unique(
              table.id().child(Kind.UNIQUE, name),
              columns,
              index.include(),
              index.nullsNotDistinct(),
              deferral(row),
              index.options(),
              index.tablespace(),
              row.flag("period"));
      default ->
          new Exclusion(
              table.id().child(Kind.EXCLUSION, name),
              index.method(),
              elements(row, index),
              index.include(),
              index.predicate(),
              deferral(row),
              index.options(),
              index.tablespace());
    };
  }

  private static List<Exclusion.Element> elements(CatalogRow row, CatalogIndex index) {
    List<String> operators = row.texts("operators");
    var elements = new ArrayList<Exclusion.Element>();
    for (int place = 0; place < operators.size(); place++) {
      elements.add(new Exclusion.Element(index.keys().get(place), operators.get(place)));
    }
    return elements;
  }

  private static Deferral deferral(CatalogRow row) {
    return Codes.deferral(row.flag("is_deferrable"), row.flag("is_deferred"));
  }

  private static ForeignKey.Action action(String code) {
    return switch (code) {
      case "r" -> ForeignKey.Action.RESTRICT;
      case "c" -> ForeignKey.Action.CASCADE;
      case "n" -> ForeignKey.Action.SET_NULL;
      case "d" -> ForeignKey.Action.SET_DEFAULT;
      default -> ForeignKey.Action.NO_ACTION;
    };
  }
}
