package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows of a table as they can be asked about before anything changes. An enum that gets more
 * values is read as text: a constant of a value that is not there yet would be an error.
 */
final class Rows {
  private final ObjectId table;
  private final Scene scene;
  private final Set<TypeName> growing = new TreeSet<>(Rows::byName);

  /** The rows of the table that {@code part} belongs to. */
  Rows(ObjectId part, Scene scene) {
    this.table = part.parentTable();
    this.scene = scene;
    for (SchemaObject object : scene.actual().ofKind(Kind.ENUM)) {
      if (object instanceof EnumType before
          && scene
              .target()
              .find(before.id(), EnumType.class)
              .filter(after -> !before.values().containsAll(after.values()))
              .isPresent()) {
        growing.add(new TypeName(before.id().schema(), before.id().name(), "", false));
      }
    }
  }

  private static int byName(TypeName a, TypeName b) {
    int order = a.schema().compareTo(b.schema());
    return order == 0 ? a.name().compareTo(b.name()) : order;
  }

  /** {@return the FROM item, named {@code t}} */
  String from() {
    List<Column> columns = columns();
    if (columns.stream().noneMatch(column -> growing.contains(column.type()))) {
      return Sql.name(table) + " t";
    }
    return columns.stream()
        .map(this::read)
        .collect(Collectors.joining(", ", "(SELECT ctid, ", " FROM " + Sql.name(table) + ") t"));
  }

  private String read(Column column) {
    String name = quote(column.id().name());
    return growing.contains(column.type())
        ? name + (column.type().array() ? "::text[] AS " : "::text AS ") + name
        : name;
  }

  private List<Column> columns() {
    return scene.actual().childrenOf(table).stream()
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .filter(column -> scene.target().contains(column.id()))
        .toList();
  }

  /** {@return {@code expression} over these rows: casts to what is read as text are to text} */
  String sql(Expression expression) {
    if (growing.isEmpty()) {
      return expression.sql();
    }
    List<Token> tokens = Tokenizer.tokenize(expression.sql());
    var sql = new StringBuilder();
    int written = 0;
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).isName()
          && tokens.get(i + 1).isSymbol(".")
          && tokens.get(i + 2).isName()
          && growing.contains(
              new TypeName(tokens.get(i).value(), tokens.get(i + 2).value(), "", false))) {
        sql.append(expression.sql(), written, tokens.get(i).offset()).append("text");
        written = tokens.get(i + 2).end();
      }
    }
    return sql.append(expression.sql().substring(written)).toString();
  }

  /**
   * {@return the columns that tell one row from another from before the script until after it:
   * those of a primary key that stays; none if there is none}
   */
  List<String> key() {
    Optional<PrimaryKey> now = primaryKey(scene.actual().childrenOf(table));
    Optional<PrimaryKey> then = primaryKey(scene.target().childrenOf(table));
    return now.filter(key -> then.map(PrimaryKey::columns).equals(Optional.of(key.columns())))
        .map(PrimaryKey::columns)
        .orElse(List.of());
  }

  private static Optional<PrimaryKey> primaryKey(Iterable<SchemaObject> parts) {
    var keys = new ArrayList<PrimaryKey>();
    for (SchemaObject part : parts) {
      if (part instanceof PrimaryKey key) {
        keys.add(key);
      }
    }
    return keys.stream().findFirst();
  }
}
