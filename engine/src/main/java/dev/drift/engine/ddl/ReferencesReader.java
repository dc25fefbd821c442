package dev.drift.engine.ddl;

import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code REFERENCES t (a) MATCH … ON DELETE …}. */
final class ReferencesReader {
  private ReferencesReader() {}

  /**
   * Reads it.
   *
   * @param columns those that refer
   * @param period whether the last of them is a range of time
   */
  static ConstraintClause.References read(
      TokenReader tokens, List<String> columns, boolean period) {
    tokens.expect("references");
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a name"));
    QualifiedName table = Names.read(tokens);
    var referenced = new ArrayList<String>();
    if (tokens.acceptSymbol("(")) {
      ConstraintReader.columns(tokens, referenced);
    }
    String match = "simple";
    if (tokens.accept("match")) {
      match = tokens.name();
    }
    var onUpdate = ForeignKey.Action.NO_ACTION;
    var onDelete = ForeignKey.Action.NO_ACTION;
    var setColumns = new ArrayList<String>();
    while (tokens.accept("on")) {
      if (tokens.accept("update")) {
        onUpdate = action(tokens);
      } else {
        tokens.expect("delete");
        onDelete = action(tokens);
        if (tokens.acceptSymbol("(")) {
          ConstraintReader.columns(tokens, setColumns);
        }
      }
    }
    return new ConstraintClause.References(
        columns, table, at, referenced, match, onUpdate, onDelete, setColumns, period);
  }

  private static ForeignKey.Action action(TokenReader tokens) {
    if (tokens.accept("no", "action")) {
      return ForeignKey.Action.NO_ACTION;
    }
    if (tokens.accept("restrict")) {
      return ForeignKey.Action.RESTRICT;
    }
    if (tokens.accept("cascade")) {
      return ForeignKey.Action.CASCADE;
    }
    if (tokens.accept("set", "null")) {
      return ForeignKey.Action.SET_NULL;
    }
    tokens.expect("set", "default");
    return ForeignKey.Action.SET_DEFAULT;
  }
}
