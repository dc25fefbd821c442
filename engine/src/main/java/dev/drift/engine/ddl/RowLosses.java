package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the tables whose rows a statement may change or delete: its own, those of the functions
 * that it calls and of the triggers that fire. Rather too many than too few.
 */
final class RowLosses {
  /** Statements that run no code and touch no row. */
  private static final Set<String> HARMLESS =
      Set.of(
          "create",
          "alter",
          "drop",
          "comment",
          "grant",
          "revoke",
          "set",
          "reset",
          "begin",
          "start",
          "commit",
          "end",
          "rollback",
          "savepoint",
          "release",
          "copy",
          "analyze",
          "analyse",
          "vacuum",
          "explain",
          "lock",
          "notify",
          "listen",
          "unlisten",
          "reindex",
          "cluster",
          "checkpoint",
          "refresh",
          "security",
          "reassign",
          "discard",
          "show",
          "load");

  private static final Set<String> BEFORE_CLAUSES =
      Set.of("for", "on", "do", "key", "before", "after", "or", "of", "instead", "no");

  private final Objects objects;
  private final Set<ObjectId> lost = new TreeSet<>();
  private final Set<ObjectId> visited = new HashSet<>();
  private boolean unbounded;

  private RowLosses(Objects objects) {
    this.objects = objects;
  }

  /** {@return what is lost; empty if nothing is} */
  static Optional<RowChange.Lost> of(List<Token> statement, Objects objects) {
    var losses = new RowLosses(objects);
    if (!HARMLESS.contains(statement.getFirst().value())) {
      losses.scan(statement);
    }
    return losses.outcome();
  }

  /** {@return what the triggers of {@code table} may change; empty if nothing} */
  static Optional<RowChange.Lost> ofTriggers(ObjectId table, Objects objects) {
    var losses = new RowLosses(objects);
    losses.triggers(table);
    losses.lost.remove(table);
    return losses.outcome();
  }

  private Optional<RowChange.Lost> outcome() {
    if (unbounded) {
      return Optional.of(new RowChange.Lost(Optional.empty()));
    }
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(new RowChange.Lost(Optional.of(Set.copyOf(lost))));
  }

  private void scan(List<Token> tokens) {
    for (int i = 0; i < tokens.size() && !unbounded; i++) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.STRING) {
        text(token.value());
      } else if (token.is("update") && (i == 0 || !isClause(tokens.get(i - 1)))
          || token.is("from") && i > 0 && tokens.get(i - 1).is("delete")
          || token.is("into") && i > 0 && tokens.get(i - 1).is("merge")
          || token.is("truncate")) {
        targets(tokens, i + 1, token.is("truncate"));
      } else if (token.is("conflict") && updates(tokens, i)) {
        inserted(tokens, i);
      } else if (token.is("into") && i > 0 && tokens.get(i - 1).is("insert")) {
        named(tokens, i + 1).forEach(this::triggers);
      } else if (i + 1 < tokens.size() && token.isName() && tokens.get(i + 1).isSymbol("(")) {
        calls(token.value());
      }
    }
  }

  private static boolean isClause(Token before) {
    return BEFORE_CLAUSES.contains(before.value());
  }

  private static boolean updates(List<Token> tokens, int at) {
    for (int i = at; i + 1 < tokens.size() && i < at + 60; i++) {
      if (tokens.get(i).is("do") && tokens.get(i + 1).is("update")) {
        return true;
      }
    }
    return false;
  }

  /** The table of the INSERT whose ON CONFLICT stands at {@code at}. */
  private void inserted(List<Token> tokens, int at) {
    for (int i = at; i > 0; i--) {
      if (tokens.get(i).is("into") && tokens.get(i - 1).is("insert")) {
        targets(tokens, i + 1, false);
        return;
      }
    }
  }

  private void text(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("update")
        || lower.contains("delete")
        || lower.contains("truncate")
        || lower.contains("insert")
        || lower.contains("merge")
        || lower.contains("perform")
        || lower.contains("call")
        || lower.contains("select")) {
      scan(Tokenizer.tokenize(text));
    }
  }

  private void targets(List<Token> tokens, int from, boolean several) {
    int i = from;
    while (i < tokens.size()
        && (tokens.get(i).is("only") || several && tokens.get(i).is("table"))) {
      i++;
    }
    boolean more = true;
    while (more) {
      Set<ObjectId> named = named(tokens, i);
      if (named.isEmpty() && (i >= tokens.size() || !tokens.get(i).isName())) {
        unbounded = true;
        return;
      }
      named.forEach(this::loses);
      while (i < tokens.size() && (tokens.get(i).isName() || tokens.get(i).isSymbol("."))) {
        i++;
      }
      more = several && i < tokens.size() && tokens.get(i).isSymbol(",");
      i++;
    }
  }

  /** {@return the tables of that name in whatever schema} */
  private Set<ObjectId> named(List<Token> tokens, int from) {
    if (from >= tokens.size() || !tokens.get(from).isName()) {
      return Set.of();
    }
    int at = from;
    while (at + 2 < tokens.size() && tokens.get(at + 1).isSymbol(".")) {
      at += 2;
    }
    String name = tokens.get(at).value();
    var found = new TreeSet<ObjectId>();
    for (SchemaObject schema : objects.ofKind(Kind.SCHEMA)) {
      objects.relation(schema.id().name(), name).ifPresent(object -> found.add(object.id()));
    }
    return found;
  }

  private void loses(ObjectId relation) {
    if (relation.kind() == Kind.TABLE) {
      lost.add(relation);
      triggers(relation);
    } else {
      unbounded = true;
    }
  }

  private void triggers(ObjectId table) {
    for (SchemaObject child : objects.childrenOf(table)) {
      if (child instanceof Trigger trigger) {
        routines(objects.routines(trigger.function().schema(), trigger.function().name()));
      }
    }
  }

  private void calls(String name) {
    for (SchemaObject schema : objects.ofKind(Kind.SCHEMA)) {
      routines(objects.routines(schema.id().name(), name));
    }
  }

  private void routines(Iterable<SchemaObject> routines) {
    for (SchemaObject object : routines) {
      if (object instanceof Routine routine && visited.add(routine.id())) {
        text(routine.body());
        routine.standardBody().ifPresent(body -> text(body.sql()));
      }
    }
  }
}
