package dev.drift.engine.canon.tree;

import dev.drift.engine.canon.tree.Node.Part;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code func_expr_common_subexpr}: the functions that SQL gives a syntax of their own. */
final class SpecialReader {
  private static final Set<String> VALUES =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_role",
          "current_user",
          "session_user",
          "user",
          "current_catalog",
          "current_schema",
          "system_user");
  private static final Set<String> NORMAL_FORMS = Set.of("nfc", "nfd", "nfkc", "nfkd");
  private static final Set<String> JOINING =
      Set.of("from", "for", "in", "placing", "similar", "escape", "leading", "trailing", "both");

  private final Reading reading;

  SpecialReader(Reading reading) {
    this.reading = reading;
  }

  private TokenReader tokens() {
    return reading.tokens;
  }

  /** {@return what {@code word}, the next token, begins; empty if nothing special} */
  Optional<Scalar> read(String word) {
    TokenReader tokens = tokens();
    if (VALUES.contains(word)) {
      return value(word);
    }
    if (word.equals("collation") && reading.at(1, "for")) {
      return Optional.of(collationFor());
    }
    if (!reading.atSymbol(1, "(")) {
      return Optional.empty();
    }
    return switch (word) {
      case "cast", "treat" -> {
        tokens.next();
        tokens.next();
        Scalar arg = reading.expressions.read();
        tokens.expect("as");
        TypeName type = reading.type();
        tokens.expectSymbol(")");
        yield Optional.of(new Node.Cast(arg, type));
      }
      case "coalesce", "greatest", "least", "nullif" -> {
        tokens.next();
        tokens.next();
        List<Scalar> args = reading.expressions.list();
        tokens.expectSymbol(")");
        yield Optional.of(Node.Call.of(word, args));
      }
      case "extract" -> Optional.of(extract());
      case "trim", "substring", "position", "overlay" -> Optional.of(parts(word));
      case "normalize" -> Optional.of(normalize());
      case "xmlconcat",
          "xmlelement",
          "xmlexists",
          "xmlforest",
          "xmlparse",
          "xmlpi",
          "xmlroot",
          "xmlserialize",
          "json_object",
          "json_array",
          "json_arrayagg",
          "json_objectagg",
          "json_query",
          "json_value",
          "json_exists",
          "json_table",
          "json_scalar",
          "json_serialize",
          "json",
          "merge_action" ->
          unreadable(word);
      default -> Optional.empty();
    };
  }

  private Optional<Scalar> unreadable(String word) {
    int mark = tokens().mark();
    boolean plain = word.startsWith("json");
    tokens().next();
    List<Token> inside = tokens().group();
    boolean special =
        inside.stream()
            .anyMatch(
                token ->
                    token.isSymbol(":")
                        || token.is("value")
                        || token.is("returning")
                        || token.is("absent")
                        || token.is("columns")
                        || token.is("passing"));
    tokens().reset(mark);
    if (plain && !special) {
      return Optional.empty();
    }
    throw tokens().unexpected("a known function");
  }

  private Optional<Scalar> value(String word) {
    TokenReader tokens = tokens();
    if (word.equals("current_schema") && reading.atSymbol(1, "(")) {
      return Optional.empty();
    }
    tokens.next();
    String precision = "";
    if (tokens.atSymbol("(") && (word.contains("time"))) {
      List<Token> group = tokens.group();
      precision = group.isEmpty() ? "" : group.get(0).text();
    }
    return Optional.of(new Node.ValueFunction(word, precision));
  }

  private Scalar extract() {
    TokenReader tokens = tokens();
    tokens.next();
    tokens.expectSymbol("(");
    Token field = tokens.next();
    if (!field.isName() && field.type() != Token.Type.STRING) {
      throw tokens.unexpected("a field");
    }
    tokens.expect("from");
    Scalar arg = reading.expressions.read();
    tokens.expectSymbol(")");
    return new Node.Special(
        "EXTRACT",
        List.of(
            new Part(field.value().toLowerCase(Locale.ROOT), Optional.empty()),
            new Part("FROM", Optional.of(arg))));
  }

  private Scalar collationFor() {
    TokenReader tokens = tokens();
    tokens.expect("collation", "for");
    tokens.expectSymbol("(");
    Scalar arg = reading.expressions.read();
    tokens.expectSymbol(")");
    return Node.Call.of("pg_collation_for", List.of(arg));
  }

  /** {@code NORMALIZE(text [, form])}; the form is a key word. */
  private Scalar normalize() {
    TokenReader tokens = tokens();
    tokens.expect("normalize");
    tokens.expectSymbol("(");
    var parts = new ArrayList<Part>();
    parts.add(new Part("", Optional.of(reading.expressions.read())));
    if (tokens.acceptSymbol(",")) {
      Token form = tokens.next();
      if (!NORMAL_FORMS.contains(form.value())) {
        throw tokens.unexpected("a Unicode normal form");
      }
      parts.add(new Part(", " + form.value().toUpperCase(Locale.ROOT), Optional.empty()));
    }
    tokens.expectSymbol(")");
    return new Node.Special("NORMALIZE", parts);
  }

  /** {@code word ( [key word] [argument] … )}; commas make it a plain call. */
  private Scalar parts(String word) {
    TokenReader tokens = tokens();
    int mark = tokens.mark();
    tokens.next();
    tokens.expectSymbol("(");
    var parts = new ArrayList<Part>();
    while (!tokens.atSymbol(")")) {
      Optional<String> joining =
          tokens
              .peek()
              .filter(token -> token.type() == Token.Type.WORD && JOINING.contains(token.value()))
              .map(Token::value);
      joining.ifPresent(ignored -> tokens.next());
      boolean bare =
          joining
              .filter(found -> Set.of("leading", "trailing", "both").contains(found))
              .isPresent();
      String label = joining.map(found -> found.toUpperCase(Locale.ROOT)).orElse("");
      if (bare) {
        parts.add(new Part(label, Optional.empty()));
      } else {
        boolean operand = word.equals("position") && parts.isEmpty();
        Scalar arg = operand ? reading.expressions.restricted() : reading.expressions.read();
        parts.add(new Part(label, Optional.of(arg)));
      }
      if (tokens.acceptSymbol(",")) {
        if (word.equals("trim") || parts.size() > 1) {
          break;
        }
        reading.reset(mark);
        return plain(word);
      }
    }
    if (!tokens.atSymbol(")")) {
      parts.add(new Part(",", Optional.of(reading.expressions.read())));
    }
    tokens.expectSymbol(")");
    boolean plain = parts.stream().allMatch(part -> part.word().isEmpty());
    if (plain && !word.equals("trim")) {
      reading.reset(mark);
      return plain(word);
    }
    return new Node.Special(word.toUpperCase(Locale.ROOT), parts);
  }

  private Scalar plain(String word) {
    int from = tokens().mark();
    tokens().next();
    return reading.calls.read(List.of(word), from);
  }
}
