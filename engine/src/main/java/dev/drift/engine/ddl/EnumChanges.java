package dev.drift.engine.ddl;

import dev.drift.engine.model.EnumType;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TYPE … ADD VALUE | RENAME VALUE} of enums (pg_enum.c). */
final class EnumChanges {
  private EnumChanges() {}

  static Decision decide(TokenReader tokens, EnumType type, Changes changes) {
    if (tokens.accept("rename", "value")) {
      rename(tokens, type, changes);
    } else {
      changes.alter(type, new EnumType(type.id(), added(tokens, type)));
    }
    return changes.effects();
  }

  /** {@code ADD VALUE [IF NOT EXISTS] 'new' [BEFORE 'old' | AFTER 'old']}. */
  private static List<String> added(TokenReader tokens, EnumType type) {
    tokens.expect("add", "value");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Optional<Token> at = tokens.peek();
    String value = tokens.string();
    var values = new ArrayList<>(type.values());
    if (values.contains(value)) {
      if (ifNotExists) {
        return values;
      }
      throw new RejectedException("enum label \"" + value + "\" already exists", at);
    }
    boolean before = tokens.accept("before");
    if (!before && !tokens.accept("after")) {
      values.add(value);
      return values;
    }
    values.add(indexOf(tokens, values) + (before ? 0 : 1), value);
    return values;
  }

  /** {@code 'old' TO 'new'}, which everything follows that holds the value. */
  private static void rename(TokenReader tokens, EnumType type, Changes changes) {
    var values = new ArrayList<>(type.values());
    int index = indexOf(tokens, values);
    tokens.expect("to");
    Optional<Token> at = tokens.peek();
    String value = tokens.string();
    if (values.contains(value)) {
      throw new RejectedException("enum label \"" + value + "\" already exists", at);
    }
    LabelRename.apply(type.id(), values.set(index, value), value, changes);
    changes.alter(type, new EnumType(type.id(), values));
  }

  private static int indexOf(TokenReader tokens, List<String> values) {
    Optional<Token> at = tokens.peek();
    String neighbour = tokens.string();
    int index = values.indexOf(neighbour);
    if (index < 0) {
      throw new RejectedException("\"" + neighbour + "\" is not an existing enum label", at);
    }
    return index;
  }
}
