package dev.drift.engine.catalog;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.OperatorFamily.Member;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code pg_opfamily}, {@code pg_amop} and {@code pg_amproc} to {@link OperatorFamily}. */
final class OperatorFamilyReader implements CatalogReader {
  @Override
  public String family() {
    return "operator_families";
  }

  @Override
  public void read(List<CatalogRow> rows, Reading reading) {
    var families = new LinkedHashMap<String, ObjectId>();
    for (CatalogRow row : rows) {
      reading
          .schema(row.text("schema"))
          .ifPresent(
              schema -> {
                String name = row.text("name") + " using " + row.text("method");
                ObjectId id = ObjectId.of(Kind.OPERATOR_FAMILY, schema, name);
                reading.address("pg_opfamily", row.text("oid"), id);
                families.put(row.text("oid"), id);
              });
    }
    families.forEach(
        (oid, id) ->
            reading.add(
                family(
                    id,
                    rows.stream().filter(row -> row.text("oid").equals(oid)).toList(),
                    reading)));
  }

  private static OperatorFamily family(ObjectId id, List<CatalogRow> rows, Reading reading) {
    var operators = new TreeMap<String, Member>();
    var functions = new TreeMap<String, Member>();
    for (CatalogRow row : rows) {
      if (row.absent("member")) {
        continue;
      }
      boolean isOperator = row.text("what").equals("operator");
      Member member = member(row, isOperator ? "pg_operator" : "pg_proc", reading);
      String operands = Types.operands(Optional.of(member.left()), Optional.of(member.right()));
      Map<String, Member> members = isOperator ? operators : functions;
      members.put(member.number() + operands, member);
    }
    return new OperatorFamily(id, rows.getFirst().text("method"), operators, functions);
  }

  private static Member member(CatalogRow row, String catalog, Reading reading) {
    return new Member(
        row.number("number"),
        type(row, "left", reading),
        type(row, "right", reading),
        reading.referent(catalog, row.text("member")),
        reading.referent("pg_opfamily", row.optional("ordering")).map(OperatorFamilyReader::plain));
  }

  private static TypeName type(CatalogRow row, String column, Reading reading) {
    return reading.type(row.text(column));
  }

  /** {@code name using btree} → {@code name}. */
  static QualifiedName plain(QualifiedName name) {
    int using = name.name().lastIndexOf(" using ");
    return using < 0 ? name : new QualifiedName(name.schema(), name.name().substring(0, using));
  }
}
