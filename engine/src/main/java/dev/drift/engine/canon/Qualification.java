package dev.drift.engine.canon;

import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the names in an expression that a search path had to resolve, and qualifies them. */
final class Qualification {
  private static final Set<String> SEQUENCE_FUNCTIONS =
      Set.of("nextval", "currval", "setval", "lastval");

  private final List<Token> tokens;
  private final Scope scope;
  private final Optional<ObjectId> table;
  private final Map<Integer, String> replacements = new HashMap<>();

  private Qualification(List<Token> tokens, Scope scope, Optional<ObjectId> table) {
    this.tokens = tokens;
    this.scope = scope;
    this.table = table;
  }

  /** {@return new text by token index, for {@link SourceText#of}} */
  static Map<Integer, String> of(List<Token> tokens, Scope scope, Optional<ObjectId> table) {
    var qualification = new Qualification(tokens, scope, table);
    qualification.run();
    return qualification.replacements;
  }

  private void run() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSymbol("::")) {
        type(i + 1);
        if (i > 0 && is(i + 1, "regclass")) {
          relation(i - 1);
        }
      } else if (token.isName() && !isSymbol(i - 1, ".")) {
        if (isSymbol(i + 1, "(")) {
          routine(i);
        } else {
          column(i);
        }
      }
    }
  }

  private boolean is(int at, String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }

  private boolean isSymbol(int at, String symbol) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  private void type(int at) {
    try {
      var reader = new TokenReader(tokens);
      reader.reset(at);
      TypeName type = Types.read(reader, scope);
      if (!type.schema().isEmpty() && !type.schema().equals("pg_catalog")) {
        replacements.put(at, Types.sql(type));
        for (int i = at + 1; i < reader.mark(); i++) {
          replacements.put(i, "");
        }
      }
    } catch (TokenReader.Unexpected unreadable) {
      return;
    }
  }

  private void relation(int at) {
    Token name = tokens.get(at);
    if (name.type() == Token.Type.STRING) {
      Names.relation(DottedNames.path(name.value()), scope)
          .ifPresent(
              id ->
                  replacements.put(
                      at, Identifiers.literal(Identifiers.quote(id.schema(), id.name()))));
    }
  }

  private void routine(int at) {
    Token name = tokens.get(at);
    if (SEQUENCE_FUNCTIONS.contains(name.value())
        && at + 2 < tokens.size()
        && tokens.get(at + 2).type() == Token.Type.STRING) {
      relation(at + 2);
    }
    List<ObjectId> routines = Names.routines(List.of(name.value()), scope);
    if (!routines.isEmpty()) {
      replacements.put(at, Identifiers.quote(routines.get(0).schema(), name.value()));
    }
  }

  /** Takes the owning table's name away from before its columns. */
  private void column(int at) {
    boolean qualifier =
        isSymbol(at + 1, ".")
            && table.filter(id -> id.name().equals(tokens.get(at).value())).isPresent()
            && !isSymbol(at + 3, "(");
    if (qualifier) {
      replacements.put(at, "");
      replacements.put(at + 1, "");
    }
  }
}
