package dev.drift.engine.plan;

import dev.drift.engine.model.Column;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ForeignKey;
import dev.drift.engine.model.Index;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.PrimaryKey;
import dev.drift.engine.model.Row;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.model.Unique;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a table, a column or a foreign key needs to be there. */
final class TableNeeds {
  private final SchemaModel model;
  private final Mentions mentions;

  TableNeeds(SchemaModel model, Mentions mentions) {
    this.model = model;
    this.mentions = mentions;
  }

  void table(Table table, Set<ObjectId> found) {
    table.partitionOf().ifPresent(partition -> found.add(partition.parent()));
    found.addAll(table.inherits());
    table.foreign().ifPresent(f -> found.add(ObjectId.global(Kind.SERVER, f.server())));
    table.ofType().ifPresent(type -> mentions.type(type, found));
    table.partitionKey().ifPresent(key -> mentions.references(key.sql(), found));
  }

  void column(Column column, Set<ObjectId> found) {
    mentions.type(column.type(), found);
    column
        .generated()
        .ifPresent(generated -> mentions.expression(column.id(), generated.expression(), found));
    if (column.inherited()) {
      mentions
          .owner(column.id())
          .flatMap(id -> model.find(id, Table.class))
          .ifPresent(
              table -> {
                table
                    .partitionOf()
                    .ifPresent(
                        partition ->
                            found.add(ObjectId.column(partition.parent(), column.id().name())));
                table
                    .inherits()
                    .forEach(parent -> found.add(ObjectId.column(parent, column.id().name())));
              });
    }
  }

  void foreignKey(ForeignKey key, Set<ObjectId> found) {
    mentions.columns(key.id(), key.columns(), found);
    found.add(key.referenced());
    key.referencedColumns().forEach(name -> found.add(ObjectId.column(key.referenced(), name)));
    for (SchemaObject other : model.ofKind(Kind.TABLE)) {
      if (other instanceof Table table
          && table
              .partitionOf()
              .filter(partition -> partition.parent().equals(key.referenced()))
              .isPresent()) {
        found.add(table.id());
      }
    }
    unique(key, found);
  }

  /** The key that it stands on, or all that could be that one. */
  private void unique(ForeignKey key, Set<ObjectId> found) {
    Set<String> wanted = Set.copyOf(key.referencedColumns());
    for (SchemaObject part : model.childrenOf(key.referenced())) {
      if (key.standsOn().filter(name -> name.equals(part.id().name())).isPresent()
          && (part instanceof PrimaryKey || part instanceof Unique || part instanceof Index)) {
        found.add(part.id());
        return;
      }
    }
    for (SchemaObject part : model.childrenOf(key.referenced())) {
      boolean backs =
          switch (part) {
            case PrimaryKey primary -> Set.copyOf(primary.columns()).equals(wanted);
            case Unique unique -> Set.copyOf(unique.columns()).equals(wanted);
            case Index index ->
                index.unique()
                    && index.predicate().isEmpty()
                    && index.keys().stream()
                        .allMatch(one -> one.column() && wanted.contains(name(one.expression())));
            default -> false;
          };
      if (backs) {
        found.add(part.id());
      }
    }
  }

  private static String name(Expression column) {
    List<Token> tokens = Tokenizer.tokenize(column.sql());
    return tokens.size() == 1 ? tokens.getFirst().value() : "";
  }

  /** A row needs the rows that its foreign keys point to. */
  void row(Row row, Set<ObjectId> found) {
    mentions.columns(row.id(), row.values().keySet(), found);
    for (SchemaObject part : model.childrenOf(row.table())) {
      if (part instanceof ForeignKey key && row.values().keySet().containsAll(key.columns())) {
        for (SchemaObject other : model.childrenOf(key.referenced())) {
          if (other instanceof Row referenced && isMeant(row, key, referenced)) {
            found.add(referenced.id());
          }
        }
      }
    }
  }

  private static boolean isMeant(Row row, ForeignKey key, Row referenced) {
    for (int i = 0; i < key.columns().size(); i++) {
      String value = row.values().get(key.columns().get(i));
      if (!Objects.equals(value, referenced.values().get(key.referencedColumns().get(i)))) {
        return false;
      }
    }
    return !referenced.id().equals(row.id());
  }
}
