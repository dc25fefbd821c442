package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code CREATE [OR REPLACE] VIEW} (view.c). */
final class ViewStatements {
  private final TokenReader tokens;
  private final Context context;
  private final boolean replace;
  private boolean recursive;

  private ViewStatements(TokenReader tokens, Context context, boolean replace) {
    this.tokens = tokens;
    this.context = context;
    this.replace = replace;
  }

  /**
   * {@code CREATE [OR REPLACE] [TEMP] [RECURSIVE] VIEW name [(columns)] [WITH (options)] AS query
   * [WITH [CASCADED | LOCAL] CHECK OPTION]}.
   */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    return new ViewStatements(tokens, context, tokens.accept("or", "replace")).create();
  }

  private Decision create() {
    boolean temporary = tokens.accept("temporary") || tokens.accept("temp");
    recursive = tokens.accept("recursive");
    tokens.expect("view");
    Named name = Named.read(tokens);
    if (temporary) {
      return new Decision.NoSchemaEffect();
    }
    String schema = name.creationSchema(context);
    ObjectId id = ObjectId.of(Kind.VIEW, schema, name.plain());
    Optional<SchemaObject> existing = context.objects().relation(schema, name.plain());
    if (existing.isPresent() && !replace) {
      throw new RejectedException("relation \"" + name.plain() + "\" already exists", name.at());
    }
    if (existing.isPresent() && !(existing.get() instanceof View)) {
      throw new RejectedException("\"" + name.plain() + "\" is not a view", name.at());
    }
    View view = read(id, name);
    var changes = new Changes(context);
    if (existing.isPresent()) {
      requireSameColumns((View) existing.get(), view, name);
      changes.alter(existing.get(), view);
    } else {
      changes.create(view);
    }
    return changes.effects();
  }

  private View read(ObjectId id, Named name) {
    List<Token> columns = tokens.atSymbol("(") ? tokens.group() : List.of();
    SortedMap<String, String> options =
        tokens.accept("with") ? ViewOptions.read(tokens) : new TreeMap<>();
    tokens.expect("as");
    List<Token> query = withoutCheckOption(tokens.rest(), options);
    if (recursive) {
      query = RecursiveViews.expand(name, columns, query);
    }
    ViewQuery body = ViewQuery.read(query, ViewQuery.names(columns), context);
    return new View(id, body.columns(), body.query(), options);
  }

  private static List<Token> withoutCheckOption(
      List<Token> query, SortedMap<String, String> options) {
    int end = query.size();
    if (end < 3 || !query.get(end - 1).is("option") || !query.get(end - 2).is("check")) {
      return query;
    }
    Token level = query.get(end - 3);
    boolean local = level.is("local");
    boolean named = local || level.is("cascaded");
    options.put("check_option", local ? "local" : "cascaded");
    return query.subList(0, end - (named ? 4 : 3));
  }

  private static void requireSameColumns(View before, View after, Named at) {
    if (before.columns().isEmpty() || after.columns().isEmpty()) {
      return;
    }
    if (after.columns().size() < before.columns().size()) {
      throw new RejectedException("cannot drop columns from view", at.at());
    }
    for (int i = 0; i < before.columns().size(); i++) {
      String from = before.columns().get(i);
      String to = after.columns().get(i);
      if (!from.equals(to)) {
        throw new RejectedException(
            "cannot change name of view column \"" + from + "\" to \"" + to + "\"", at.at());
      }
    }
  }
}
