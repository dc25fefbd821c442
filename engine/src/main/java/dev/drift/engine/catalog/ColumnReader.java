package dev.drift.engine.catalog;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Column.Generated;
import dev.drift.engine.model.Column.Identity;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.CompositeType.Field;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.NotNullConstraint;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code pg_attribute}, the rows in the order of the columns: to {@link Column} for tables, to the
 * fields of {@link CompositeType}, and to names for everything else.
 */
final class ColumnReader implements CatalogReader {
  @Override
  public String family() {
    return "columns";
  }

  @Override
  public boolean isFoundation() {
    return true;
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    Map<ObjectId, List<Field>> composites = new LinkedHashMap<>();
    reading.ownComposites().forEach(relation -> composites.put(relation.id(), new ArrayList<>()));
    for (CatalogRow row : rows) {
      Optional<Relation> found = reading.relation(row.text("relation"));
      if (found.isEmpty()) {
        continue;
      }
      Relation relation = found.get();
      relation.attribute(
          row.number("number"),
          new Relation.Attribute(
              row.text("name"), row.text("type_oid"), row.text("collation_oid")));
      if (!relation.member() && relation.isTable()) {
        reading.add(column(row, relation, reading), row.number("number"));
      } else if (composites.containsKey(relation.id())) {
        composites
            .get(relation.id())
            .add(
                new Field(
                    row.text("name"), reading.type(row.text("type")), collation(row, reading)));
      }
    }
    composites.forEach((id, fields) -> reading.add(new CompositeType(id, fields)));
  }

  private static Column column(CatalogRow row, Relation relation, Reading reading) {
    Optional<Expression> expression = row.optional("expression").map(Deparsed::expression);
    String generated = row.text("generated");
    return new Column(
        ObjectId.column(relation.id(), row.text("name")),
        relation.columns().size(),
        reading.type(row.text("type")),
        row.flag("not_null"),
        generated.isEmpty() ? expression : Optional.empty(),
        generated.isEmpty()
            ? Optional.empty()
            : expression.map(sql -> new Generated(sql, generated.equals("s"))),
        identity(row, reading),
        collation(row, reading),
        row.optional("storage").map(ColumnReader::storage),
        row.optional("compression").map(method -> method.equals("l") ? "lz4" : "pglz"),
        row.absent("statistics") ? OptionalInt.empty() : OptionalInt.of(row.number("statistics")),
        options(row),
        row.flag("inherited"),
        notNullConstraint(row));
  }

  private static Optional<NotNullConstraint> notNullConstraint(CatalogRow row) {
    return row.optional("not_null_name")
        .map(
            name ->
                new NotNullConstraint(
                    name,
                    NotNullConstraint.looksChosen(name),
                    row.flag("no_inherit"),
                    row.flag("validated"),
                    row.flag("local"),
                    row.flag("not_null_inherited")));
  }

  private static SortedMap<String, String> options(CatalogRow row) {
    var options = new TreeMap<>(row.options("options"));
    row.options("foreign_options").forEach((name, value) -> options.put("fdw." + name, value));
    return options;
  }

  private static Optional<Identity> identity(CatalogRow row, Reading reading) {
    String identity = row.text("identity");
    return identity.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(
                reading.identities().get(row.text("relation") + '.' + row.text("name")))
            .map(found -> new Identity(identity.equals("a"), found.sequence(), found.options()));
  }

  private static Optional<QualifiedName> collation(CatalogRow row, Reading reading) {
    return row.flag("own_collation")
        ? reading.collation(row.text("collation_oid"))
        : Optional.empty();
  }

  private static String storage(String code) {
    return switch (code) {
      case "p" -> "plain";
      case "e" -> "external";
      case "m" -> "main";
      default -> "extended";
    };
  }
}
