package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Publication.Member;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code TABLE [ONLY] t [(column, …)] [WHERE (e)], … | TABLES IN SCHEMA s, …}, mixed. */
record PublicationObjects(List<Member> tables, SortedSet<String> schemas) {

  static PublicationObjects read(TokenReader tokens, Context context) {
    var objects = new PublicationObjects(new ArrayList<>(), new TreeSet<>());
    boolean inSchema = false;
    do {
      if (tokens.accept("tables", "in", "schema")) {
        inSchema = true;
      } else if (tokens.accept("table")) {
        inSchema = false;
      }
      if (inSchema) {
        objects.schemas().add(schema(tokens, context));
      } else {
        objects.table(tokens, context);
      }
    } while (tokens.acceptSymbol(","));
    return objects;
  }

  private static String schema(TokenReader tokens, Context context) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a schema"));
    String name = tokens.name();
    if (at.is("current_schema")) {
      return context.session().searchPath().stream()
          .filter(schema -> Names.schemaExists(schema, context))
          .findFirst()
          .orElseThrow(
              () -> new RejectedException("no schema has been selected for CURRENT_SCHEMA", at));
    }
    Names.requireSchema(name, at, context);
    return name;
  }

  private void table(TokenReader tokens, Context context) {
    boolean only = tokens.accept("only");
    boolean parenthesis = only && tokens.acceptSymbol("(");
    Named name = Named.read(tokens);
    if (parenthesis) {
      tokens.expectSymbol(")");
    }
    tokens.acceptSymbol("*");
    SchemaObject relation = Names.requireRelation(name.name(), name.at(), context);
    if (!(relation instanceof Table table)) {
      throw new RejectedException(
          "cannot add relation \"" + name.plain() + "\" to publication", name.at());
    }
    SortedSet<String> columns = new TreeSet<>();
    if (tokens.atSymbol("(")) {
      columns.addAll(ViewQuery.names(tokens.group()));
    }
    Optional<Expression> condition =
        tokens.accept("where")
            ? Optional.of(
                Expressions.read(tokens.group(), context.scope(), Optional.of(table.id())))
            : Optional.empty();
    add(new Member(table.id(), columns, condition), !only, context);
  }

  /** The tables that inherit are published with it, partitions anyway. */
  private void add(Member member, boolean heirs, Context context) {
    if (tables.stream().anyMatch(known -> known.table().equals(member.table()))) {
      return;
    }
    tables.add(member);
    boolean partitioned =
        context
            .objects()
            .find(member.table(), Table.class)
            .flatMap(Table::partitionKey)
            .isPresent();
    if (heirs && !partitioned) {
      for (Table heir : context.objects().heirsOf(member.table())) {
        add(new Member(heir.id(), member.columns(), member.condition()), true, context);
      }
    }
  }

  /** {@return whether the table is among them} */
  boolean has(ObjectId table) {
    return tables.stream().anyMatch(member -> member.table().equals(table));
  }
}
