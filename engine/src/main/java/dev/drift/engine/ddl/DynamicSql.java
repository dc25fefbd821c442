package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a command may touch of which only parts are known, {@link Value.Unknown#HOLE} standing for
 * the rest.
 */
final class DynamicSql {
  private static final Set<String> HARMLESS =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "truncate",
          "analyze",
          "vacuum",
          "set",
          "reset",
          "grant",
          "revoke",
          "notify",
          "copy",
          "refresh",
          "reindex",
          "lock",
          "with");

  private final TokenReader tokens;
  private final Context context;

  private DynamicSql(String template, Context context) {
    this.tokens =
        new TokenReader(
            Tokenizer.tokenize(template.replace(String.valueOf(Value.Unknown.HOLE), "\"*\"")));
    this.context = context;
  }

  /** {@return whether the command can only be about data, privileges or the session} */
  static boolean isHarmless(String template) {
    List<Token> tokens = Tokenizer.tokenize(template);
    return !tokens.isEmpty()
        && HARMLESS.contains(tokens.get(0).value())
        && tokens.stream().noneMatch(token -> token.isSymbol(";"));
  }

  /** {@return what it may touch; empty if that cannot be bounded} */
  static SortedSet<ObjectId> touched(String template, Context context) {
    try {
      return new DynamicSql(template, context).read();
    } catch (TokenReader.Unexpected | TemporaryException e) {
      return new TreeSet<>();
    }
  }

  private SortedSet<ObjectId> read() {
    if (tokens.accept("alter", "table")) {
      tokens.accept("if", "exists");
      tokens.accept("only");
      return table();
    }
    if (tokens.accept("create", "table")) {
      tokens.accept("if", "not", "exists");
      return table();
    }
    boolean onTable = tokens.accept("create") || tokens.accept("drop") || tokens.accept("comment");
    while (onTable && !tokens.atEnd()) {
      if (tokens.at("function") || tokens.at("procedure") || tokens.at("view")) {
        break;
      }
      if (tokens.accept("on")) {
        tokens.accept("table");
        tokens.accept("only");
        return table();
      }
      tokens.next();
    }
    return new TreeSet<>();
  }

  private SortedSet<ObjectId> table() {
    QualifiedName name = Names.read(tokens);
    var touched = new TreeSet<ObjectId>();
    if (name.name().equals("*") || name.schema().equals("*")) {
      return touched;
    }
    Optional<SchemaObject> found = Names.relation(name, context);
    String schema =
        name.schema().isEmpty()
            ? context.session().searchPath().stream().findFirst().orElse("public")
            : name.schema();
    touched.add(found.map(SchemaObject::id).orElse(ObjectId.table(schema, name.name())));
    return touched;
  }
}
