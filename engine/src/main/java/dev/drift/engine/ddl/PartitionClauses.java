package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Partition keys and bounds, as pg_get_partkeydef and pg_get_expr(relpartbound) spell them. */
final class PartitionClauses {
  private PartitionClauses() {}

  /** Reads {@code RANGE (a, lower(b))} behind PARTITION BY. */
  static Expression key(TokenReader tokens, ObjectId table, Context context) {
    String strategy = tokens.name().toUpperCase(Locale.ROOT);
    tokens.expectSymbol("(");
    var keys = new ArrayList<String>();
    do {
      keys.add(one(IndexKeyClause.read(tokens), table, context));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return new Expression(strategy + " (" + String.join(", ", keys) + ')');
  }

  private static String one(IndexKeyClause key, ObjectId table, Context context) {
    var text = new StringBuilder();
    if (key.column().isPresent()) {
      text.append(Identifiers.quote(key.column().get()));
    } else {
      String sql = Expressions.read(key.expression(), context.scope(), Optional.of(table)).sql();
      boolean call = isCall(key.expression());
      text.append(call ? sql : '(' + sql + ')');
    }
    key.collation()
        .flatMap(name -> ColumnCollations.resolve(name, context))
        .ifPresent(
            name -> text.append(" COLLATE ").append(Identifiers.quote(name.schema(), name.name())));
    key.operatorClass()
        .ifPresent(name -> text.append(' ').append(Identifiers.quote(name.schema(), name.name())));
    return text.toString();
  }

  private static boolean isCall(List<Token> expression) {
    var tokens = new TokenReader(expression);
    do {
      if (tokens.atEnd() || !tokens.next().isName()) {
        return false;
      }
    } while (tokens.acceptSymbol("."));
    if (!tokens.atSymbol("(")) {
      return false;
    }
    tokens.group();
    return tokens.atEnd();
  }

  /** Reads {@code FOR VALUES …} or {@code DEFAULT}. */
  static Expression bound(TokenReader tokens, Table parent, Context context) {
    if (tokens.accept("default")) {
      return new Expression("DEFAULT");
    }
    tokens.expect("for", "values");
    List<Optional<TypeName>> types = keyTypes(parent, context);
    if (tokens.accept("in")) {
      return new Expression(
          "FOR VALUES IN (" + String.join(", ", values(tokens.group(), types, true)) + ')');
    }
    if (tokens.accept("with")) {
      var options = new ArrayList<String>();
      for (List<Token> part : ClauseEnds.parts(tokens.group())) {
        options.add(
            part.get(0).value().toLowerCase(Locale.ROOT) + ' ' + part.get(part.size() - 1).text());
      }
      return new Expression("FOR VALUES WITH (" + String.join(", ", options) + ')');
    }
    tokens.expect("from");
    String from = String.join(", ", values(tokens.group(), types, false));
    tokens.expect("to");
    String to = String.join(", ", values(tokens.group(), types, false));
    return new Expression("FOR VALUES FROM (" + from + ") TO (" + to + ')');
  }

  private static List<String> values(
      List<Token> group, List<Optional<TypeName>> types, boolean list) {
    var values = new ArrayList<String>();
    for (List<Token> part : ClauseEnds.parts(group)) {
      int key = list ? 0 : values.size();
      values.add(value(part, key < types.size() ? types.get(key) : Optional.empty()));
    }
    return values;
  }

  private static String value(List<Token> tokens, Optional<TypeName> type) {
    Token first = tokens.get(0);
    if (tokens.size() == 1 && first.type() == Token.Type.WORD) {
      return first.value().toUpperCase(Locale.ROOT).equals("NULL")
          ? "NULL"
          : first.is("true") || first.is("false")
              ? first.value()
              : first.value().toUpperCase(Locale.ROOT);
    }
    Optional<Token> text =
        tokens.stream().filter(token -> token.type() == Token.Type.STRING).findFirst();
    boolean constant =
        text.isPresent()
            && (tokens.size() == 1
                || first.type() == Token.Type.STRING && tokens.get(1).isSymbol("::")
                || first.type() == Token.Type.WORD
                    && tokens.get(tokens.size() - 1).equals(text.get()));
    if (constant) {
      return literal(text.get().value(), type);
    }
    boolean number = type.map(t -> !isNumeric(t)).orElse(false);
    String sql =
        tokens.stream().map(Token::text).reduce((a, b) -> a + (b.isEmpty() ? "" : b)).orElse("");
    return number && first.type() == Token.Type.NUMBER && tokens.size() == 1
        ? Identifiers.literal(sql)
        : sql;
  }

  private static String literal(String text, Optional<TypeName> type) {
    String name = type.filter(t -> !t.array()).map(TypeName::name).orElse("");
    boolean day = text.matches("\\d{4}-\\d{2}-\\d{2}");
    boolean minute = text.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}");
    String stamp = day ? text + " 00:00:00" : minute ? text + ":00" : text;
    return switch (name) {
      case "integer", "bigint", "smallint", "numeric" -> text.strip();
      case "timestamp without time zone" -> Identifiers.literal(stamp.replace('T', ' '));
      case "timestamp with time zone" ->
          Identifiers.literal(
              stamp.matches(".*\\d{2}:\\d{2}:\\d{2}") ? stamp.replace('T', ' ') : stamp);
      default -> Identifiers.literal(text);
    };
  }

  private static boolean isNumeric(TypeName type) {
    return switch (type.name()) {
      case "integer", "bigint", "smallint", "numeric", "real", "double precision", "oid" -> true;
      default -> false;
    };
  }

  /** The types of the key's plain columns, in order; empty for expressions. */
  private static List<Optional<TypeName>> keyTypes(Table parent, Context context) {
    var types = new ArrayList<Optional<TypeName>>();
    String key = parent.partitionKey().map(Expression::sql).orElse("()");
    var tokens = new TokenReader(Tokenizer.tokenize(key));
    if (!tokens.atSymbol("(")) {
      tokens.next();
    }
    for (List<Token> part : ClauseEnds.parts(tokens.group())) {
      types.add(
          context
              .objects()
              .find(ObjectId.column(parent.id(), part.get(0).value()), Column.class)
              .map(Column::type));
    }
    return types;
  }
}
