package dev.drift.engine.ddl;

import dev.drift.engine.event.Origin;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.IndexKey;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Known rows to what is said of them: with the key that tells each from the others. */
public final class RowClaims {
  /** Types whose values cannot be compared, or not exactly. */
  private static final Set<String> UNCOMPARABLE =
      Set.of(
          "json",
          "xml",
          "point",
          "line",
          "lseg",
          "box",
          "path",
          "polygon",
          "circle",
          "real",
          "double precision");

  private static final int LONGEST_NAME = 120;

  private final SchemaModel model;

  private RowClaims(SchemaModel model) {
    this.model = model;
  }

  /** A row that is to be there, and the statement that inserts it. */
  public record Claim(Row row, Origin origin) {}

  static List<Claim> of(RowTables tables, SchemaModel model) {
    var claims = new RowClaims(model);
    var all = new ArrayList<Claim>();
    tables.all().forEach((table, rows) -> all.addAll(claims.of(table, rows)));
    return all;
  }

  private Collection<Claim> of(ObjectId table, List<RowTables.Known> rows) {
    Map<String, Column> columns =
        TableColumns.of(model, table).stream()
            .collect(Collectors.toMap(column -> column.id().name(), column -> column));
    List<List<String>> keys = keys(table);
    var claims = new LinkedHashMap<ObjectId, Claim>();
    for (RowTables.Known known : rows) {
      claim(table, known, columns, keys)
          .ifPresent(
              claim -> {
                if (known.replaces()) {
                  claims.put(claim.row().id(), claim);
                } else {
                  claims.putIfAbsent(claim.row().id(), claim);
                }
              });
    }
    return claims.values();
  }

  private Optional<Claim> claim(
      ObjectId table, RowTables.Known known, Map<String, Column> columns, List<List<String>> keys) {
    TreeMap<String, RowConstant> values = known.values();
    if (!columns.keySet().containsAll(values.keySet()) || lacksValue(values, columns)) {
      return Optional.empty();
    }
    Optional<List<String>> own =
        keys.stream().filter(key -> key.stream().allMatch(name -> tells(values, name))).findFirst();
    List<String> key =
        own.orElseGet(
            () ->
                values.keySet().stream()
                    .filter(name -> of(values, name).same())
                    .filter(name -> !UNCOMPARABLE.contains(of(columns, name).type().name()))
                    .toList());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    ObjectId id = new ObjectId(Kind.ROW, table.schema(), table.name(), name(key, values));
    return Optional.of(
        new Claim(
            new Row(id, own.isPresent(), sql(key, values), sql(values.keySet(), values)),
            known.origin()));
  }

  private static boolean tells(TreeMap<String, RowConstant> values, String column) {
    return values.containsKey(column) && of(values, column).same() && !of(values, column).isNull();
  }

  /** A later statement has given it a value that is not known. */
  private static boolean lacksValue(
      TreeMap<String, RowConstant> values, Map<String, Column> columns) {
    return columns.values().stream()
        .anyMatch(
            column ->
                column.notNull()
                    && column.defaultValue().isEmpty()
                    && column.identity().isEmpty()
                    && column.generated().isEmpty()
                    && !values.containsKey(column.id().name()));
  }

  private static SortedMap<String, String> sql(
      Collection<String> names, TreeMap<String, RowConstant> values) {
    var sql = new TreeMap<String, String>();
    names.forEach(name -> sql.put(name, of(values, name).sql()));
    return sql;
  }

  private static String name(List<String> key, TreeMap<String, RowConstant> values) {
    String name =
        key.stream()
            .map(
                column ->
                    column + "=" + of(values, column).content().orElse(of(values, column).sql()))
            .collect(Collectors.joining(", "))
            .replaceAll("\\s+", " ");
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME) + "… #" + Integer.toHexString(name.hashCode());
  }

  /** {@return the columns of each key, the primary one first} */
  private List<List<String>> keys(ObjectId table) {
    var keys = new ArrayList<List<String>>();
    for (SchemaObject part : model.childrenOf(table)) {
      switch (part) {
        case PrimaryKey key when !key.withoutOverlaps() -> keys.addFirst(key.columns());
        case Unique unique when !unique.withoutOverlaps() -> keys.add(unique.columns());
        case Index index
            when index.unique()
                && index.predicate().isEmpty()
                && index.keys().stream().allMatch(IndexKey::column) ->
            keys.add(
                index.keys().stream()
                    .map(key -> key.expression().sql().replace("\"", ""))
                    .toList());
        default -> {}
      }
    }
    return keys;
  }

  private static <V> V of(Map<String, V> values, String column) {
    return Objects.requireNonNull(values.get(column), column);
  }
}
