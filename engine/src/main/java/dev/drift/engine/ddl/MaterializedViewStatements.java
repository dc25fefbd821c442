package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code CREATE MATERIALIZED VIEW} (createas.c). */
final class MaterializedViewStatements {
  private MaterializedViewStatements() {}

  /**
   * {@code CREATE MATERIALIZED VIEW [IF NOT EXISTS] name [(columns)] [USING m] [WITH (options)]
   * [TABLESPACE t] AS query [WITH [NO] DATA]}.
   */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    tokens.accept("unlogged");
    tokens.expect("materialized", "view");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Named name = Named.read(tokens);
    String schema = name.creationSchema(context);
    if (context.objects().relation(schema, name.plain()).isPresent()) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw new RejectedException("relation \"" + name.plain() + "\" already exists", name.at());
    }
    List<Token> columns = tokens.atSymbol("(") ? tokens.group() : List.of();
    Optional<String> method =
        tokens.accept("using")
            ? Optional.of(tokens.name()).filter(m -> !m.equals("heap"))
            : context.session().accessMethod();
    SortedMap<String, String> options =
        tokens.accept("with") ? ViewOptions.read(tokens) : new TreeMap<>();
    Optional<String> tablespace =
        context
            .session()
            .tablespace(
                tokens.accept("tablespace") ? Optional.of(tokens.name()) : Optional.empty());
    tokens.expect("as");
    List<Token> rest = tokens.rest();
    List<Token> query = withoutData(rest);
    boolean unfilled = query.size() == rest.size() - 3;
    ViewQuery body = ViewQuery.read(query, ViewQuery.names(columns), context);
    ObjectId id = ObjectId.of(Kind.MATERIALIZED_VIEW, schema, name.plain());
    var changes = new Changes(context);
    changes.create(
        new MaterializedView(
            id, body.columns(), body.query(), options, method, tablespace, unfilled));
    return changes.effects();
  }

  /** {@code REFRESH MATERIALIZED VIEW [CONCURRENTLY] name [WITH [NO] DATA]} (matview.c). */
  static Decision refresh(TokenReader tokens, Context context) {
    tokens.expect("refresh", "materialized", "view");
    tokens.accept("concurrently");
    Optional<SchemaObject> found = Names.relation(Names.read(tokens), context);
    var changes = new Changes(context);
    if (found.isPresent() && found.get() instanceof MaterializedView view) {
      boolean unfilled = tokens.accept("with", "no", "data");
      if (view.unfilled() != unfilled) {
        changes.alter(view, view.unfilled(unfilled));
      }
    }
    return changes.effects();
  }

  /** Cuts {@code WITH [NO] DATA} off the end. */
  private static List<Token> withoutData(List<Token> query) {
    int end = query.size();
    if (end < 3 || !query.get(end - 1).is("data")) {
      return query;
    }
    int with = query.get(end - 2).is("no") ? end - 3 : end - 2;
    return query.get(with).is("with") ? query.subList(0, with) : query;
  }
}
