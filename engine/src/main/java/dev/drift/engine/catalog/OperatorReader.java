package dev.drift.engine.catalog;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Operator;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Optional;

/** {@code pg_operator} to {@link Operator}; those without a function are only known by name. */
final class OperatorReader implements CatalogReader {
  @Override
  public String family() {
    return "operators";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    for (CatalogRow row : rows) {
      reading
          .schema(row.text("schema"))
          .ifPresent(
              schema -> {
                String name = row.text("name") + operands(row, reading);
                reading.address(
                    "pg_operator", row.text("oid"), ObjectId.of(Kind.OPERATOR, schema, name));
              });
    }
    for (CatalogRow row : rows) {
      if (!row.absent("function")) {
        reading
            .object("pg_operator", row.text("oid"))
            .ifPresent(id -> reading.add(operator(id, row, reading)));
      }
    }
  }

  private static String operands(CatalogRow row, Reading reading) {
    return Types.operands(operand(row, "left", reading), operand(row, "right", reading));
  }

  private static Optional<TypeName> operand(CatalogRow row, String column, Reading reading) {
    return row.optional(column).map(reading::type);
  }

  private static Operator operator(ObjectId id, CatalogRow row, Reading reading) {
    return new Operator(
        id,
        operand(row, "left", reading),
        operand(row, "right", reading),
        reading.referent("pg_proc", row.text("function")),
        reading.referent("pg_operator", row.optional("commutator")),
        reading.referent("pg_operator", row.optional("negator")),
        routine(row, "restrict", reading),
        routine(row, "join", reading),
        row.flag("hashes"),
        row.flag("merges"));
  }

  private static Optional<QualifiedName> routine(CatalogRow row, String column, Reading reading) {
    return reading.referent("pg_proc", row.optional(column));
  }
}
