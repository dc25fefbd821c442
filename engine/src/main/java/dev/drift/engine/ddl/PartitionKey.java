package dev.drift.engine.ddl;

import dev.drift.engine.canon.Surroundings;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A partition key, taken apart.
 *
 * @param strategy {@code RANGE}, {@code LIST} or {@code HASH}
 */
record PartitionKey(String strategy, List<Part> parts) {
  PartitionKey {
    parts = List.copyOf(parts);
  }

  /**
   * A column or expression of the key.
   *
   * @param sql as it stands in conditions on NULL
   * @param operand as it stands before an operator
   * @param type what values are cast to, where it is known
   * @param collation {@code COLLATE …} behind a value, or nothing
   */
  record Part(String sql, String operand, Optional<TypeName> type, String collation) {

    private static final Pattern NUMBER = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'");
    private static final Pattern SCALE = Pattern.compile(",\\s*(\\d+)");

    /** {@return the constant of a bound as the server prints it in a condition} */
    String value(String literal) {
      if (type.isEmpty()) {
        return literal + collation;
      }
      TypeName cast = type.get();
      boolean quoted = literal.startsWith("'");
      if (cast.equals(TypeName.builtin("integer")) && !quoted) {
        return literal;
      }
      String text = quoted ? literal : Identifiers.literal(literal);
      return scaled(text, cast) + "::" + Types.sql(cast) + collation;
    }

    /** A number with the decimals of its type. */
    private static String scaled(String literal, TypeName type) {
      Matcher number = NUMBER.matcher(literal);
      Matcher scale = SCALE.matcher(type.modifier());
      return type.name().equals("numeric") && number.matches() && scale.find()
          ? Identifiers.literal(
              new BigDecimal(number.group(1))
                  .setScale(Integer.parseInt(scale.group(1)), RoundingMode.HALF_UP)
                  .toPlainString())
          : literal;
    }

    /** {@return the constants of a list as the server prints them, as one array} */
    String values(List<String> literals) {
      String elements = literals.stream().map(Part::element).collect(Collectors.joining(","));
      return Identifiers.literal('{' + elements + '}')
          + type.map(
                  it -> "::" + Types.sql(new TypeName(it.schema(), it.name(), it.modifier(), true)))
              .orElse("")
          + collation;
    }

    private static String element(String literal) {
      String text = Tokenizer.tokenize(literal).getFirst().value();
      return text.isEmpty() || text.equalsIgnoreCase("null") || !text.matches("[^{}\",\\\\\\s]*")
          ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
          : text;
    }
  }

  static PartitionKey of(Table table, Objects objects) {
    String text = table.partitionKey().map(Expression::sql).orElseThrow();
    var tokens = new TokenReader(Tokenizer.tokenize(text));
    String strategy = tokens.next().text();
    var parts = new ArrayList<Part>();
    for (List<Token> part : ClauseEnds.parts(tokens.group())) {
      parts.add(part(part, text, table.id(), objects));
    }
    return new PartitionKey(strategy, parts);
  }

  private static Part part(List<Token> part, String source, ObjectId table, Objects objects) {
    var tokens = new TokenReader(part);
    Token first = tokens.peek().orElseThrow();
    if (!first.isName() || part.size() > 1 && part.get(1).isSymbol("(")) {
      return expression(tokens, source);
    }
    Optional<Column> column = objects.find(ObjectId.column(table, tokens.name()), Column.class);
    if (column.isEmpty()) {
      return new Part(first.text(), first.text(), Optional.empty(), "");
    }
    Optional<QualifiedName> own = column.get().collation();
    Optional<QualifiedName> collation = tokens.accept("collate") ? name(tokens) : own;
    String sql = Identifiers.quote(column.get().id().name());
    TypeName type = column.get().type();
    TypeName compared = compared(Surroundings.of(objects).base(type));
    boolean relabelled = !compared.equals(type) && !isSame(compared, type);
    return new Part(
        sql,
        relabelled || !collation.equals(own) ? "(" + sql + ")::" + Types.sql(compared) : sql,
        Optional.of(type),
        collation
            .filter(name -> !name.name().equals("default"))
            .map(name -> " COLLATE " + spelled(name))
            .orElse(""));
  }

  private static boolean isSame(TypeName compared, TypeName type) {
    return compared.name().equals(type.name()) && compared.schema().equals(type.schema());
  }

  /** The type that the default operator class works on. */
  private static TypeName compared(TypeName base) {
    if (!base.schema().equals("pg_catalog") || base.array()) {
      return base;
    }
    return switch (base.name()) {
      case "character varying" -> TypeName.builtin("text");
      case "cidr" -> TypeName.builtin("inet");
      default -> base;
    };
  }

  private static Optional<QualifiedName> name(TokenReader tokens) {
    String first = tokens.name();
    return Optional.of(
        tokens.acceptSymbol(".")
            ? new QualifiedName(first, tokens.name())
            : new QualifiedName("pg_catalog", first));
  }

  private static String spelled(QualifiedName name) {
    return name.schema().equals("pg_catalog")
        ? Identifiers.quote(name.name())
        : Identifiers.quote(name.schema(), name.name());
  }

  private static Part expression(TokenReader tokens, String source) {
    var text = new ArrayList<Token>();
    while (!tokens.atEnd() && !tokens.at("collate") && !atClass(text, tokens)) {
      text.add(tokens.next());
    }
    String sql = source.substring(text.getFirst().offset(), text.getLast().end());
    return new Part(sql, sql, Optional.empty(), "");
  }

  private static boolean atClass(List<Token> before, TokenReader tokens) {
    return !before.isEmpty()
        && before.getLast().isSymbol(")")
        && tokens.peek().filter(Token::isName).isPresent();
  }
}
