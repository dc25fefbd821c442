package dev.drift.engine.ddl;

import dev.drift.engine.ddl.guard.Contents;
import dev.drift.engine.ddl.guard.Evaluator;
import dev.drift.engine.ddl.guard.OutputRow;
import dev.drift.engine.ddl.guard.Selecting;
import dev.drift.engine.ddl.guard.SelectionReader;
import dev.drift.engine.ddl.guard.SqlError;
import dev.drift.engine.ddl.guard.Value;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Routine;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the tables into which a statement may put rows: its own targets, those of the functions it
 * calls, and those of the triggers that fire. Rather too many than too few.
 */
final class Writes {
  private static final Set<String> SILENT =
      Set.of("alter", "drop", "comment", "grant", "revoke", "set", "reset", "begin", "commit");

  private final Context context;
  private final SortedSet<ObjectId> filled = new TreeSet<>();
  private final SortedMap<ObjectId, SortedSet<String>> texts = new TreeMap<>();
  private final SortedSet<ObjectId> anything = new TreeSet<>();
  private final Set<ObjectId> visited = new HashSet<>();
  private boolean unbounded;

  private Writes(Context context) {
    this.context = context;
  }

  /** {@return what the tables may hold once {@code statement} has run} */
  static Contents after(List<Token> statement, Context context) {
    Contents before = context.contents();
    Token first = statement.get(0);
    if (before.unbounded() || SILENT.contains(first.value())) {
      return before;
    }
    var writes = new Writes(context);
    if (first.is("create")) {
      writes.createdFrom(statement);
    } else if (!writes.insertsNothing(statement)) {
      writes.scan(statement, !first.is("insert"));
    }
    return writes.unbounded ? Contents.ANY : before.with(writes.filled, writes.held());
  }

  private SortedMap<ObjectId, SortedSet<String>> held() {
    texts.keySet().removeAll(anything);
    return texts;
  }

  /** {@code CREATE TABLE name AS query}. */
  private void createdFrom(List<Token> statement) {
    boolean table = false;
    for (int i = 0; i + 2 < statement.size(); i++) {
      Token token = statement.get(i);
      table |= token.is("table");
      if (token.isSymbol("(")) {
        return;
      }
      if (table && token.is("as")) {
        var name = new TokenReader(statement.subList(0, i));
        while (!name.accept("table")) {
          name.next();
        }
        name.accept("if", "not", "exists");
        target(name);
        return;
      }
    }
  }

  /** {@code INSERT INTO table [(columns)] SELECT … FROM nothing}. */
  private boolean insertsNothing(List<Token> statement) {
    if (!statement.get(0).is("insert")) {
      return false;
    }
    int query = 0;
    while (query < statement.size()
        && !statement.get(query).is("select")
        && !statement.get(query).is("values")) {
      query++;
    }
    int end = query;
    while (end < statement.size() && !statement.get(end).is("on")) {
      end++;
    }
    return query < statement.size()
        && statement.get(query).is("select")
        && isEmpty(statement.subList(query, statement.size()), context);
  }

  /** {@return whether a query certainly returns no row} */
  static boolean isEmpty(List<Token> query, Context context) {
    var evaluator = new Evaluator(context.facts(), (schema, name, arguments) -> Value.UNKNOWN);
    try {
      Optional<List<OutputRow>> rows =
          new Selecting(
                  evaluator, SelectionReader.read(query), new Variables(context.session().now()))
              .records();
      return rows.isPresent() && rows.get().isEmpty();
    } catch (TokenReader.Unexpected | SqlError e) {
      return EmptyQueries.isEmpty(query, context);
    }
  }

  private void scan(List<Token> tokens, boolean code) {
    for (int i = 0; i < tokens.size() && !unbounded; i++) {
      Token token = tokens.get(i);
      boolean more = i + 1 < tokens.size();
      if (token.type() == Token.Type.STRING) {
        if (code) {
          text(token.value());
        }
      } else if (token.is("into") && i > 0 && isWrite(tokens.get(i - 1))) {
        var name = new TokenReader(tokens.subList(i + 1, tokens.size()));
        if (!constants(name, tokens.get(i - 1))) {
          name.reset(0);
          target(name);
        }
      } else if (token.is("copy") && (i == 0 || tokens.get(i - 1).isSymbol(";"))) {
        target(new TokenReader(tokens.subList(i + 1, tokens.size())));
      } else if (more && (token.is("update") || token.is("from") && i > 0)) {
        changed(tokens, i);
      } else if (more && token.isName() && tokens.get(i + 1).isSymbol("(")) {
        calls(token.value());
      }
    }
  }

  private static boolean isWrite(Token token) {
    return token.is("insert") || token.is("merge");
  }

  /** Code in a string, or a command that code puts together. */
  private void text(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("into") || lower.contains("update") || lower.contains("delete")) {
      scan(Tokenizer.tokenize(text), true);
    }
  }

  /** {@code UPDATE table} and {@code DELETE FROM table} put rows where triggers do. */
  private void changed(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean update = token.is("update") && (at == 0 || !isClause(tokens.get(at - 1)));
    boolean delete = token.is("from") && tokens.get(at - 1).is("delete");
    if (update || delete) {
      var name = new TokenReader(tokens.subList(at + 1, tokens.size()));
      name.accept("only");
      Optional<SchemaObject> relation = relation(name);
      relation.ifPresent(this::triggers);
      relation
          .map(SchemaObject::id)
          .filter(id -> update && context.contents().filled().contains(id))
          .ifPresent(
              id -> {
                filled.add(id);
                anything.add(id);
              });
    }
  }

  private static boolean isClause(Token before) {
    return before.is("for") || before.is("on") || before.is("do") || before.is("key");
  }

  /** {@code INSERT INTO table VALUES (constants)}. {@return whether it is that} */
  private boolean constants(TokenReader tokens, Token verb) {
    Optional<SchemaObject> relation = relation(tokens);
    Optional<SortedSet<String>> inserted =
        verb.is("insert") && relation.isPresent() && relation.get() instanceof Table table
            ? KnownTexts.inserted(table.id(), tokens, context.objects())
            : Optional.empty();
    inserted.ifPresent(
        held -> {
          ObjectId table = relation.orElseThrow().id();
          filled.add(table);
          texts.computeIfAbsent(table, id -> new TreeSet<>()).addAll(held);
        });
    return inserted.isPresent();
  }

  private void target(TokenReader name) {
    int start = name.mark();
    Optional<SchemaObject> relation = relation(name);
    if (relation.isPresent() && relation.get() instanceof Table) {
      filled.add(relation.get().id());
      anything.add(relation.get().id());
      triggers(relation.get());
    } else if (relation.isPresent()) {
      unbounded = true;
    } else {
      name.reset(start);
      created(name);
    }
  }

  /** A table that the same code may make before. */
  private void created(TokenReader name) {
    try {
      QualifiedName qualified = Names.read(name);
      for (String schema : Names.path(qualified, context)) {
        filled.add(ObjectId.table(schema, qualified.name()));
        anything.add(ObjectId.table(schema, qualified.name()));
      }
    } catch (TokenReader.Unexpected e) {
      unbounded = true;
    }
  }

  private Optional<SchemaObject> relation(TokenReader name) {
    try {
      return Names.relation(Names.read(name), context);
    } catch (TokenReader.Unexpected | TemporaryException e) {
      return Optional.empty();
    }
  }

  private void triggers(SchemaObject table) {
    for (SchemaObject child : context.objects().childrenOf(table.id())) {
      if (child instanceof Trigger trigger) {
        routines(
            context.objects().routines(trigger.function().schema(), trigger.function().name()));
      }
    }
  }

  private void calls(String name) {
    for (SchemaObject schema : context.objects().ofKind(dev.drift.engine.model.Kind.SCHEMA)) {
      routines(context.objects().routines(schema.id().name(), name));
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
