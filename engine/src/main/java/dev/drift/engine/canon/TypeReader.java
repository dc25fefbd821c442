package dev.drift.engine.canon;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a type name by the grammar's rule {@code Typename} (gram.y), all spellings. */
final class TypeReader {
  private static final Set<Kind> TYPE_KINDS =
      EnumSet.of(
          Kind.ENUM,
          Kind.COMPOSITE_TYPE,
          Kind.DOMAIN,
          Kind.RANGE_TYPE,
          Kind.BASE_TYPE,
          Kind.TABLE,
          Kind.FOREIGN_TABLE,
          Kind.VIEW,
          Kind.MATERIALIZED_VIEW);
  private static final List<String> FIELDS =
      List.of("year", "month", "day", "hour", "minute", "second");

  private final TokenReader tokens;
  private final Optional<Scope> scope;
  private final boolean lengthImplied;

  private TypeReader(TokenReader tokens, Optional<Scope> scope, boolean lengthImplied) {
    this.tokens = tokens;
    this.scope = scope;
    this.lengthImplied = lengthImplied;
  }

  /** {@return a reader of SQL whose names are looked up in {@code scope}} */
  static TypeReader of(TokenReader tokens, Scope scope) {
    return new TypeReader(tokens, Optional.of(scope), true);
  }

  /** {@return a reader of SQL whose names are qualified where they can be} */
  static TypeReader ofQualified(TokenReader tokens) {
    return new TypeReader(tokens, Optional.empty(), true);
  }

  /** {@return a reader of {@code format_type}'s text, where {@code character} has no length} */
  static TypeReader ofFormatted(TokenReader tokens) {
    return new TypeReader(tokens, Optional.empty(), false);
  }

  /** {@return the type that comes next, with its array marks} */
  TypeName read() {
    TypeName type = simple();
    boolean array = type.array();
    if (tokens.accept("array")) {
      array = true;
      if (tokens.acceptSymbol("[")) {
        dimension();
      }
      return array ? type.toArray() : type;
    }
    while (tokens.atSymbol("[")) {
      tokens.next();
      dimension();
      array = true;
    }
    return array ? type.toArray() : type;
  }

  private void dimension() {
    if (!tokens.atSymbol("]")) {
      if (tokens.next().type() != Token.Type.NUMBER) {
        throw tokens.unexpected("an array dimension");
      }
    }
    tokens.expectSymbol("]");
  }

  private TypeName simple() {
    Token first = tokens.peek().orElseThrow(() -> tokens.unexpected("a type"));
    boolean qualified = tokens.peek(1).filter(token -> token.isSymbol(".")).isPresent();
    if (first.type() == Token.Type.WORD && !qualified) {
      Optional<TypeName> known = keyword(first.value());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return generic();
  }

  /** The types that the grammar spells itself, and the serials. */
  private Optional<TypeName> keyword(String word) {
    return switch (word) {
      case "int", "integer" -> builtin("integer");
      case "smallint", "bigint", "real", "boolean" -> builtin(word);
      case "serial", "serial4" -> builtin("serial");
      case "bigserial", "serial8" -> builtin("bigserial");
      case "smallserial", "serial2" -> builtin("smallserial");
      case "decimal", "dec", "numeric" -> {
        tokens.next();
        yield Optional.of(typed("numeric", numericModifier(modifier())));
      }
      case "float" -> {
        tokens.next();
        String precision = modifier();
        boolean single = !precision.isEmpty() && Integer.parseInt(precision) < 25;
        yield Optional.of(typed(single ? "real" : "double precision", ""));
      }
      case "double" -> {
        if (!tokens.at("double", "precision")) {
          yield Optional.empty();
        }
        tokens.next();
        yield builtin("double precision");
      }
      case "bit" -> {
        tokens.next();
        boolean varying = tokens.accept("varying");
        String length = modifier();
        boolean one = !varying && length.isEmpty() && lengthImplied;
        yield Optional.of(typed(varying ? "bit varying" : "bit", one ? "1" : length));
      }
      case "character", "char", "nchar" -> {
        tokens.next();
        yield Optional.of(character());
      }
      case "national" -> {
        tokens.next();
        if (!tokens.accept("character")) {
          tokens.expect("char");
        }
        yield Optional.of(character());
      }
      case "varchar" -> {
        tokens.next();
        yield Optional.of(typed("character varying", modifier()));
      }
      case "time", "timestamp" -> {
        tokens.next();
        String precision = modifier();
        yield Optional.of(typed(word + zone(), precision));
      }
      case "interval" -> {
        tokens.next();
        yield Optional.of(typed("interval", interval()));
      }
      default -> Optional.empty();
    };
  }

  private Optional<TypeName> builtin(String name) {
    tokens.next();
    return Optional.of(TypeName.builtin(name));
  }

  private static TypeName typed(String name, String modifier) {
    return new TypeName("pg_catalog", name, modifier, false);
  }

  private TypeName character() {
    boolean varying = tokens.accept("varying");
    String length = modifier();
    if (varying) {
      return typed("character varying", length);
    }
    return length.isEmpty() && !lengthImplied
        ? typed("bpchar", "")
        : typed("character", length.isEmpty() ? "1" : length);
  }

  private String zone() {
    if (tokens.accept("with", "time", "zone")) {
      return " with time zone";
    }
    tokens.accept("without", "time", "zone");
    return " without time zone";
  }

  private String interval() {
    if (tokens.atSymbol("(")) {
      return modifier();
    }
    var fields = new StringBuilder();
    Optional<String> field = field();
    if (field.isEmpty()) {
      return "";
    }
    fields.append(field.get());
    if (tokens.at("to")) {
      tokens.next();
      fields.append(" to ").append(field().orElseThrow(() -> tokens.unexpected("a field")));
    }
    if (fields.toString().endsWith("second") && tokens.atSymbol("(")) {
      fields.append('(').append(modifier()).append(')');
    }
    return fields.toString();
  }

  private Optional<String> field() {
    Optional<String> field =
        tokens
            .peek()
            .filter(token -> token.type() == Token.Type.WORD && FIELDS.contains(token.value()))
            .map(Token::value);
    field.ifPresent(found -> tokens.next());
    return field;
  }

  private TypeName generic() {
    var path = new ArrayList<String>();
    path.add(tokens.name());
    while (tokens.atSymbol(".")) {
      tokens.next();
      path.add(tokens.name());
    }
    if (tokens.atSymbol("%")
        && tokens.peek(1).filter(token -> token.is("type")).isPresent()
        && path.size() > 1) {
      tokens.next();
      tokens.next();
      return ofColumn(path);
    }
    String name = path.get(path.size() - 1);
    String schema = path.size() > 1 ? path.get(path.size() - 2) : "";
    String modifier = modifier();
    return schema.isEmpty() ? unqualified(name, modifier) : qualified(schema, name, modifier);
  }

  private TypeName unqualified(String name, String modifier) {
    if (scope.isEmpty()) {
      return catalogType(name, modifier).orElse(new TypeName("", name, modifier, false));
    }
    return catalogType(name, modifier)
        .or(
            () ->
                scope.get().searchPath().stream()
                    .flatMap(schema -> userType(schema, name, modifier).stream())
                    .findFirst())
        .orElse(new TypeName("", name, modifier, false));
  }

  private TypeName qualified(String schema, String name, String modifier) {
    if (schema.equals("pg_catalog")) {
      return catalogType(name, modifier).orElse(typed(name, modifier));
    }
    if (scope.isEmpty()) {
      return new TypeName(schema, name, modifier, false);
    }
    boolean system = schema.equals("information_schema");
    return userType(schema, name, modifier)
        .orElse(new TypeName(system ? schema : "", name, modifier, false));
  }

  private static Optional<TypeName> catalogType(String name, String modifier) {
    Optional<String> canonical = BuiltinTypes.canonical(name);
    if (canonical.isEmpty()) {
      return name.startsWith("_")
          ? BuiltinTypes.canonical(name.substring(1))
              .map(element -> withModifier(element, modifier).toArray())
          : Optional.empty();
    }
    return canonical.map(found -> withModifier(found, modifier));
  }

  private static TypeName withModifier(String canonical, String modifier) {
    return switch (canonical) {
      case "bpchar" -> typed(modifier.isEmpty() ? "bpchar" : "character", modifier);
      case "numeric" -> typed(canonical, numericModifier(modifier));
      default -> typed(canonical, modifier);
    };
  }

  private Optional<TypeName> userType(String schema, String name, String modifier) {
    Objects objects = scope.orElseThrow().objects();
    if (isType(objects, schema, name)) {
      return Optional.of(new TypeName(schema, name, modifier, false));
    }
    return name.startsWith("_") && isType(objects, schema, name.substring(1))
        ? Optional.of(new TypeName(schema, name.substring(1), modifier, true))
        : Optional.empty();
  }

  private static boolean isType(Objects objects, String schema, String name) {
    for (Kind kind : TYPE_KINDS) {
      if (objects.contains(ObjectId.of(kind, schema, name))) {
        return true;
      }
    }
    return !objects.ofKind(Kind.RANGE_TYPE).isEmpty()
        && Names.type(schema, name, objects).isPresent();
  }

  private TypeName ofColumn(List<String> path) {
    String column = path.get(path.size() - 1);
    String table = path.get(path.size() - 2);
    List<String> schemas =
        path.size() > 2
            ? List.of(path.get(path.size() - 3))
            : scope.map(Scope::searchPath).orElse(List.of());
    for (String schema : schemas) {
      Optional<Column> found =
          scope.flatMap(
              in ->
                  in.objects()
                      .find(ObjectId.column(ObjectId.table(schema, table), column), Column.class));
      if (found.isPresent()) {
        return found.get().type();
      }
    }
    return new TypeName("", String.join(".", path) + "%type", "", false);
  }

  /** What stands in parentheses, if they come next: its parts joined by commas. */
  private String modifier() {
    if (!tokens.atSymbol("(")) {
      return "";
    }
    var modifier = new StringBuilder();
    for (Token token : tokens.group()) {
      modifier.append(token.type() == Token.Type.STRING ? token.value() : token.text());
    }
    return modifier.toString();
  }

  private static String numericModifier(String modifier) {
    return modifier.isEmpty() || modifier.indexOf(',') >= 0 ? modifier : modifier + ",0";
  }
}
