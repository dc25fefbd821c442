package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads constraints, those of columns and those of tables (gram.y, ColConstraint, TableConstraint).
 */
final class ConstraintReader {
  private final TokenReader tokens;

  ConstraintReader(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** Reads the next constraint of the column {@code column}, if one follows. */
  Optional<ConstraintClause> column(String column) {
    int start = tokens.mark();
    Optional<Token> at = tokens.peek();
    Optional<String> name = constraintName();
    Optional<ConstraintClause.Body> body = columnBody(column);
    if (body.isEmpty()) {
      tokens.reset(start);
      return Optional.empty();
    }
    return Optional.of(finish(name, at.orElseThrow(), body.get()));
  }

  /** {@return whether a table constraint follows} */
  boolean atTableConstraint() {
    return tokens.at("constraint")
        || tokens.at("primary", "key")
        || tokens.at("unique")
            && tokens.peek(1).filter(t -> t.isSymbol("(") || t.is("nulls")).isPresent()
        || tokens.at("unique", "using")
        || tokens.at("check") && followedByGroup(1)
        || tokens.at("foreign", "key")
        || tokens.at("exclude")
            && tokens.peek(1).filter(t -> t.isSymbol("(") || t.is("using")).isPresent()
        || tokens.at("not", "null");
  }

  /** Reads a table constraint. */
  ConstraintClause table() {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a constraint"));
    Optional<String> name = constraintName();
    return finish(name, at, tableBody());
  }

  private Optional<String> constraintName() {
    return tokens.accept("constraint") ? Optional.of(tokens.name()) : Optional.empty();
  }

  private boolean followedByGroup(int ahead) {
    return tokens.peek(ahead).filter(t -> t.isSymbol("(")).isPresent();
  }

  private Optional<ConstraintClause.Body> columnBody(String column) {
    if (tokens.accept("not", "null")) {
      boolean noInherit = tokens.accept("no", "inherit");
      return Optional.of(new ConstraintClause.NotNull(column, noInherit));
    }
    if (tokens.accept("null")) {
      return Optional.of(new ConstraintClause.Null());
    }
    if (tokens.accept("default")) {
      return Optional.of(new ConstraintClause.Default(ClauseEnds.defaultExpression(tokens)));
    }
    if (tokens.at("unique")) {
      tokens.next();
      return Optional.of(key(false, List.of(column)));
    }
    if (tokens.accept("primary", "key")) {
      return Optional.of(key(true, List.of(column)));
    }
    if (tokens.accept("check")) {
      return Optional.of(check());
    }
    if (tokens.at("references")) {
      return Optional.of(ReferencesReader.read(tokens, List.of(column), false));
    }
    return tokens.at("generated") ? Optional.of(generated()) : Optional.empty();
  }

  private ConstraintClause.Body tableBody() {
    if (tokens.accept("check")) {
      return check();
    }
    if (tokens.accept("primary", "key")) {
      return key(true, List.of());
    }
    if (tokens.accept("unique")) {
      return key(false, List.of());
    }
    if (tokens.accept("exclude")) {
      return exclude();
    }
    if (tokens.accept("not", "null")) {
      String column = tokens.name();
      return new ConstraintClause.NotNull(column, tokens.accept("no", "inherit"));
    }
    tokens.expect("foreign", "key");
    tokens.expectSymbol("(");
    var columns = new ArrayList<String>();
    boolean period = columns(tokens, columns);
    return ReferencesReader.read(tokens, columns, period);
  }

  private ConstraintClause.Body check() {
    List<Token> expression = tokens.group();
    return new ConstraintClause.Check(expression, tokens.accept("no", "inherit"));
  }

  private ConstraintClause.Body generated() {
    tokens.expect("generated");
    boolean always = tokens.accept("always");
    if (!always) {
      tokens.expect("by", "default");
    }
    tokens.expect("as");
    if (tokens.accept("identity")) {
      return new ConstraintClause.Identity(
          always, tokens.atSymbol("(") ? tokens.group() : List.of());
    }
    List<Token> expression = tokens.group();
    boolean stored = tokens.accept("stored");
    if (!stored) {
      tokens.accept("virtual");
    }
    return new ConstraintClause.Generated(expression, stored);
  }

  /** Reads what follows PRIMARY KEY or UNIQUE. */
  private ConstraintClause.Body key(boolean primary, List<String> ownColumn) {
    boolean nullsNotDistinct = tokens.accept("nulls", "not", "distinct");
    tokens.accept("nulls", "distinct");
    List<String> columns = new ArrayList<>(ownColumn);
    boolean overlaps = false;
    Optional<String> index = Optional.empty();
    if (ownColumn.isEmpty()) {
      if (tokens.accept("using", "index")) {
        index = Optional.of(tokens.name());
      } else {
        tokens.expectSymbol("(");
        overlaps = columns(tokens, columns);
      }
    }
    return new ConstraintClause.Key(
        primary, columns, overlaps, nullsNotDistinct, index, indexTail());
  }

  private ConstraintClause.Body exclude() {
    String method = tokens.accept("using") ? tokens.name() : "btree";
    tokens.expectSymbol("(");
    var elements = new ArrayList<ConstraintClause.ExcludeElement>();
    do {
      IndexKeyClause key = IndexKeyClause.read(tokens);
      tokens.expect("with");
      elements.add(new ConstraintClause.ExcludeElement(key, operator()));
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    ConstraintClause.IndexTail tail = indexTail();
    List<Token> where = tokens.accept("where") ? tokens.group() : List.of();
    return new ConstraintClause.Exclude(method, elements, where, tail);
  }

  /** Reads {@code &&} or {@code OPERATOR(schema.&&)}. */
  private String operator() {
    if (!tokens.accept("operator")) {
      return tokens.next().text();
    }
    List<Token> group = tokens.group();
    return group.get(group.size() - 1).text();
  }

  private ConstraintClause.IndexTail indexTail() {
    var include = new ArrayList<String>();
    if (tokens.accept("include")) {
      tokens.expectSymbol("(");
      columns(tokens, include);
    }
    SortedMap<String, String> options =
        tokens.at("with") ? StorageParameters.readWith(tokens) : new TreeMap<>();
    Optional<String> tablespace =
        tokens.accept("using", "index", "tablespace")
            ? Optional.of(tokens.name())
            : Optional.empty();
    return new ConstraintClause.IndexTail(include, options, tablespace);
  }

  /** Reads names up to the closing parenthesis. {@return whether the last is a range of time} */
  static boolean columns(TokenReader tokens, List<String> names) {
    boolean range = false;
    do {
      boolean period = tokens.at("period") && tokens.peek(1).filter(Token::isName).isPresent();
      if (period) {
        tokens.next();
      }
      names.add(tokens.name());
      range = tokens.accept("without", "overlaps") || period;
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return range;
  }

  /** Reads DEFERRABLE, INITIALLY, NOT VALID, NO INHERIT and [NOT] ENFORCED in any order. */
  private ConstraintClause finish(Optional<String> name, Token at, ConstraintClause.Body body) {
    ConstraintClause.Body finished = body;
    var deferral = new DeferralReader(tokens);
    boolean validated = true;
    boolean enforced = true;
    while (true) {
      if (deferral.accept()) {
        continue;
      }
      if (tokens.accept("not", "valid")) {
        validated = false;
      } else if (tokens.accept("not", "enforced")) {
        enforced = false;
        validated = false;
      } else if (tokens.accept("enforced")) {
        enforced = true;
      } else if (tokens.at("no", "inherit") && body instanceof ConstraintClause.Check check) {
        tokens.accept("no", "inherit");
        finished = new ConstraintClause.Check(check.expression(), true);
      } else if (tokens.at("no", "inherit") && body instanceof ConstraintClause.NotNull notNull) {
        tokens.accept("no", "inherit");
        finished = new ConstraintClause.NotNull(notNull.column(), true);
      } else {
        return new ConstraintClause(name, at, finished, deferral.deferral(), validated, enforced);
      }
    }
  }
}
