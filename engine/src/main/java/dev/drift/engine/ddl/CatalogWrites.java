package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@code INSERT}, {@code UPDATE} and {@code DELETE}: data, unless they change the server's catalogs
 * by hand, such as {@code UPDATE pg_attribute SET atttypmod = 68 WHERE attrelid = 't'::regclass}.
 */
final class CatalogWrites {
  /** Catalogs that say nothing of a database's schema. */
  private static final Set<String> HARMLESS =
      Set.of(
          "pg_authid",
          "pg_database",
          "pg_db_role_setting",
          "pg_depend",
          "pg_largeobject",
          "pg_largeobject_metadata",
          "pg_settings",
          "pg_shdepend",
          "pg_statistic",
          "pg_tablespace");

  private CatalogWrites() {}

  static Decision decide(TokenReader tokens, Context context) {
    List<Token> statement = tokens.rest();
    var reader = new TokenReader(statement.subList(1, statement.size()));
    if (!reader.accept("into")) {
      reader.accept("from");
    }
    reader.accept("only");
    if (reader.peek().filter(Token::isName).isEmpty()) {
      return new Decision.NoSchemaEffect();
    }
    QualifiedName table = Names.read(reader);
    boolean system =
        table.schema().equals("pg_catalog")
            || table.schema().isEmpty()
                && table.name().startsWith("pg_")
                && Names.relation(table, context).isEmpty();
    if (!system || HARMLESS.contains(table.name())) {
      return new Decision.NoSchemaEffect();
    }
    return new Decision.Opaque(
        "changes " + table.name() + " by hand", named(statement, context), List.of());
  }

  /** {@return the objects whose names stand in the statement as constants, with their parts} */
  private static SortedSet<ObjectId> named(List<Token> statement, Context context) {
    var names = new HashSet<String>();
    for (Token token : statement) {
      if (token.type() == Token.Type.STRING) {
        String text = token.value();
        int arguments = text.indexOf('(');
        String plain = arguments < 0 ? text : text.substring(0, arguments);
        names.add(plain.substring(plain.lastIndexOf('.') + 1).replace("\"", ""));
      }
    }
    var touched = new TreeSet<ObjectId>();
    Stream.of(Kind.values())
        .flatMap(kind -> context.objects().ofKind(kind).stream())
        .map(object -> object.id())
        .filter(id -> names.contains(plain(id.name())) || names.contains(id.parent()))
        .forEach(touched::add);
    return touched;
  }

  private static String plain(String name) {
    int arguments = name.indexOf('(');
    return arguments < 0 ? name : name.substring(0, arguments);
  }
}
