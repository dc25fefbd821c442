package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of which only parts are known, {@link Value.Unknown#HOLE} standing for the rest:
 * whether the parts tell what it does, or at least what it may touch.
 */
final class DynamicSql {
  private static final String MARK = Shapes.MARK;

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
  private static final Set<String> CLUSTER_KINDS =
      Set.of("role", "user", "group", "database", "system", "default", "tablespace");
  private static final Pattern RESTART =
      Pattern.compile("(RESTART(?:\\s+WITH)?\\s+)" + Value.Unknown.HOLE, Pattern.CASE_INSENSITIVE);

  /** A partition whose whole bound is not known. */
  private static final Pattern BOUND =
      Pattern.compile(
          "(PARTITION\\s+(?:OF\\s+)?\\S+)\\s+" + Value.Unknown.HOLE + "\\s*$",
          Pattern.CASE_INSENSITIVE);

  private final TokenReader tokens;
  private final Context context;

  private DynamicSql(String template, Context context) {
    this.tokens = new TokenReader(tokens(template));
    this.context = context;
  }

  /** {@return the command as far as it is known} */
  static List<Token> tokens(String template) {
    return Tokenizer.tokenize(template.replace(String.valueOf(Value.Unknown.HOLE), MARK));
  }

  /** {@return the command with any value for what does not matter to the schema} */
  static String filled(String template) {
    String restarted = RESTART.matcher(template).replaceAll("$11");
    return BOUND
        .matcher(restarted)
        .replaceAll(
            "$1 FOR VALUES FROM ('" + Value.Unknown.HOLE + "') TO ('" + Value.Unknown.HOLE + "')");
  }

  /**
   * {@return whether all that is not known are parts of names and of constants, so that the command
   * tells what shape its tables have}
   */
  static boolean tellsShapes(String template) {
    return tokens(template).stream()
        .filter(token -> token.text().contains(MARK))
        .allMatch(
            token ->
                token.type() == Token.Type.STRING || token.isName() && !token.value().equals(MARK));
  }

  /** {@return the command with a mark for each part that is not known} */
  static String marked(String template) {
    return template.replace(String.valueOf(Value.Unknown.HOLE), MARK);
  }

  /** {@return whether it is a GRANT or REVOKE of which nothing but the roles is not known} */
  static boolean grantsToRoles(String template) {
    List<Token> tokens = tokens(template);
    if (tokens.size() < 2 || !tokens.get(0).is("grant") && !tokens.get(0).is("revoke")) {
      return false;
    }
    String before = tokens.get(0).is("grant") ? "to" : "from";
    boolean roles = false;
    for (Token token : tokens) {
      roles |= token.is(before);
      if (token.isSymbol(";") || token.text().contains(MARK) && !(roles && token.isName())) {
        return false;
      }
    }
    return roles;
  }

  /** {@return whether the command can only be about data, privileges, roles or the session} */
  static boolean isHarmless(String template) {
    List<Token> tokens = tokens(template);
    if (tokens.size() < 2 || tokens.stream().anyMatch(token -> token.isSymbol(";"))) {
      return false;
    }
    String first = tokens.get(0).value();
    boolean cluster =
        (first.equals("create") || first.equals("alter") || first.equals("drop"))
            && CLUSTER_KINDS.contains(tokens.get(1).value());
    return cluster || HARMLESS.contains(first);
  }

  /**
   * {@return what it may touch; empty if that cannot be bounded} A name that is known in part has
   * {@code *} for the rest.
   */
  static SortedSet<ObjectId> touched(String template, Context context) {
    try {
      return new DynamicSql(template, context).read();
    } catch (TokenReader.Unexpected | TemporaryException e) {
      return new TreeSet<>();
    }
  }

  private SortedSet<ObjectId> read() {
    if (tokens.accept("alter", "table") || tokens.accept("drop", "table")) {
      tokens.accept("if", "exists");
      tokens.accept("only");
      return table();
    }
    if (tokens.accept("create", "table") || tokens.accept("create", "unlogged", "table")) {
      tokens.accept("if", "not", "exists");
      return table();
    }
    int start = tokens.mark();
    if (tokens.accept("alter")) {
      for (Kind kind : List.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE)) {
        if (tokens.accept(kind.name().toLowerCase(Locale.ROOT)) && isUnknown()) {
          return all(kind);
        }
      }
    }
    tokens.reset(start);
    if (tokens.accept("create") || tokens.accept("drop") || tokens.accept("alter")) {
      tokens.accept("or", "replace");
      if (tokens.accept("view")) {
        tokens.accept("if", "exists");
        return relation(Kind.VIEW);
      }
      if (tokens.accept("materialized", "view")) {
        tokens.accept("if", "not", "exists");
        tokens.accept("if", "exists");
        return relation(Kind.MATERIALIZED_VIEW);
      }
    }
    tokens.reset(start);
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

  private boolean isUnknown() {
    return tokens.peek().filter(token -> token.text().equals(MARK)).isPresent();
  }

  private SortedSet<ObjectId> all(Kind kind) {
    return context.objects().ofKind(kind).stream()
        .map(SchemaObject::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private SortedSet<ObjectId> table() {
    return relation(Kind.TABLE);
  }

  private SortedSet<ObjectId> relation(Kind kind) {
    QualifiedName name = Names.read(tokens);
    var touched = new TreeSet<ObjectId>();
    if (name.name().equals(MARK) || name.schema().contains(MARK)) {
      return touched;
    }
    Optional<SchemaObject> found = Names.relation(name, context);
    String schema =
        name.schema().isEmpty()
            ? context.session().searchPath().stream().findFirst().orElse("public")
            : name.schema();
    touched.add(
        found
            .map(SchemaObject::id)
            .orElse(ObjectId.of(kind, schema, name.name().replace(MARK, "*"))));
    return touched;
  }
}
