package dev.drift.engine.ddl;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The texts that an {@code INSERT INTO table (columns) VALUES (constants), …} puts into its table:
 * what a history table of the migrations' own can hold.
 */
final class KnownTexts {
  private KnownTexts() {}

  /**
   * {@return the texts; empty if the rows may hold others}
   *
   * @param behind what stands behind the table's name
   */
  static Optional<SortedSet<String>> inserted(ObjectId table, TokenReader behind, Objects objects) {
    Collection<SchemaObject> parts = objects.childrenOf(table);
    try {
      Set<String> named = new HashSet<>();
      boolean all = !behind.atSymbol("(");
      if (!all) {
        var columns = new TokenReader(behind.group());
        do {
          named.add(columns.name());
        } while (columns.acceptSymbol(","));
      }
      behind.expect("values");
      var texts = new TreeSet<String>();
      do {
        if (!constants(behind.group(), texts)) {
          return Optional.empty();
        }
      } while (behind.acceptSymbol(","));
      if (behind.accept("on", "conflict")) {
        if (behind.atSymbol("(")) {
          behind.group();
        }
        behind.expect("do", "nothing");
      }
      boolean ends = behind.atEnd() || behind.atSymbol(";");
      return ends && !addsMore(parts, all ? columns(parts) : named)
          ? Optional.of(texts)
          : Optional.empty();
    } catch (TokenReader.Unexpected e) {
      return Optional.empty();
    }
  }

  private static boolean constants(List<Token> row, SortedSet<String> texts) {
    for (Token token : row) {
      if (token.type() == Token.Type.STRING) {
        texts.add(token.value());
      } else if (token.type() != Token.Type.NUMBER
          && !token.isSymbol(",")
          && !token.is("null")
          && !token.is("true")
          && !token.is("false")) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> columns(Collection<SchemaObject> parts) {
    Set<String> columns = new HashSet<>();
    for (SchemaObject part : parts) {
      if (part instanceof Column column) {
        columns.add(column.id().name());
      }
    }
    return columns;
  }

  /** Defaults and triggers make values of their own. */
  private static boolean addsMore(Collection<SchemaObject> parts, Set<String> given) {
    for (SchemaObject part : parts) {
      if (part instanceof Trigger
          || part instanceof Column column
              && !given.contains(column.id().name())
              && (column.defaultValue().isPresent() || column.generated().isPresent())) {
        return true;
      }
    }
    return false;
  }
}
