package dev.drift.engine.ddl;

import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.CompositeType.Field;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TYPE … ADD | DROP | ALTER | RENAME ATTRIBUTE} of composite types. */
final class CompositeChanges {
  private final TokenReader tokens;
  private final CompositeType type;
  private final Context context;
  private final Changes changes;
  private final List<Field> fields;

  private CompositeChanges(TokenReader tokens, CompositeType type, Changes changes) {
    this.tokens = tokens;
    this.type = type;
    this.context = changes.context();
    this.changes = changes;
    this.fields = new ArrayList<>(type.fields());
  }

  static Decision decide(TokenReader tokens, CompositeType type, Changes changes) {
    var reader = new CompositeChanges(tokens, type, changes);
    do {
      int start = tokens.mark();
      Optional<Token> at = tokens.peek();
      reader.action();
      List<Token> action = tokens.since(start);
      boolean cascade = tokens.accept("cascade");
      if (!cascade) {
        tokens.accept("restrict");
      }
      for (Table table : reader.typedTables()) {
        if (!cascade) {
          throw new RejectedException(
              "cannot alter type \"%s\" because it is the type of a typed table"
                  .formatted(type.id().name()),
              at);
        }
        reader.follow(table.id(), action);
      }
    } while (tokens.acceptSymbol(","));
    changes.alter(type, new CompositeType(type.id(), reader.fields));
    return changes.effects();
  }

  private List<Table> typedTables() {
    var own = Optional.of(new TypeName(type.id().schema(), type.id().name(), "", false));
    return changes.objects().ofKind(Kind.TABLE).stream()
        .map(Table.class::cast)
        .filter(table -> table.ofType().equals(own))
        .toList();
  }

  /** What is done to an attribute is done to the column of a table of the type. */
  private void follow(ObjectId table, List<Token> action) {
    var reader = new TokenReader(action);
    if (reader.accept("rename", "attribute")) {
      String from = reader.name();
      reader.expect("to");
      Renames.renameColumn(table, from, reader.name(), changes);
      return;
    }
    var onColumn = new ArrayList<>(action);
    onColumn.remove(1);
    if (reader.at("drop")) {
      onColumn.addAll(Tokenizer.tokenize("cascade"));
    }
    new TableActions(table, false, changes).run(List.of(onColumn));
  }

  private void action() {
    if (tokens.accept("add", "attribute")) {
      Optional<Token> at = tokens.peek();
      Field field = TypeStatements.field(tokens, context);
      if (find(field.name()) >= 0) {
        throw exists(field.name(), at);
      }
      fields.add(field);
    } else if (tokens.accept("drop", "attribute")) {
      boolean ifExists = tokens.accept("if", "exists");
      Optional<Token> at = tokens.peek();
      String name = tokens.name();
      if (!ifExists || find(name) >= 0) {
        fields.remove(require(name, at));
      }
    } else if (tokens.accept("rename", "attribute")) {
      int index = require(tokens);
      tokens.expect("to");
      Optional<Token> at = tokens.peek();
      String name = tokens.name();
      if (find(name) >= 0) {
        throw exists(name, at);
      }
      Field before = fields.get(index);
      FieldRename.ofType(type.id(), before.name(), name, changes);
      fields.set(index, new Field(name, before.type(), before.collation()));
    } else {
      tokens.expect("alter", "attribute");
      int index = require(tokens);
      tokens.accept("set", "data");
      tokens.expect("type");
      fields.set(index, TypeStatements.fieldOf(fields.get(index).name(), tokens, context));
    }
  }

  private int require(TokenReader reader) {
    Optional<Token> at = reader.peek();
    return require(reader.name(), at);
  }

  private int require(String name, Optional<Token> at) {
    int index = find(name);
    if (index < 0) {
      throw new RejectedException("column \"" + name + "\" does not exist", at);
    }
    return index;
  }

  private int find(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private RejectedException exists(String name, Optional<Token> at) {
    return new RejectedException(
        "column \"" + name + "\" of relation \"" + type.id().name() + "\" already exists", at);
  }
}
