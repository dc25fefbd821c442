package dev.drift.engine.canon;

import dev.drift.engine.canon.resolve.InvalidQueryException;
import dev.drift.engine.canon.resolve.QueryResolver;
import dev.drift.engine.canon.tree.Body;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.FromItem.Alias;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Place;
import dev.drift.engine.canon.tree.Printer;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks up the names in a rule's command, where OLD and NEW are rows of the rule's relation. */
final class CommandResolver {
  private final Scope scope;
  private final ObjectId relation;
  private final SortedSet<ObjectId> objects = new TreeSet<>();

  CommandResolver(Scope scope, ObjectId relation) {
    this.scope = scope;
    this.relation = relation;
  }

  Query resolve(List<Token> tokens) {
    String written = SourceText.of(tokens);
    try {
      Optional<String> sql =
          Commands.isCommand(tokens)
              ? CommandReader.read(tokens, reader -> Types.read(reader, scope))
                  .flatMap(this::command)
              : QueryComparison.tree(tokens).flatMap(this::within).map(Printer::sql);
      return new Query(sql.orElse(written), sql.isPresent(), objects);
    } catch (InvalidQueryException invalid) {
      return new Query(written, false, objects);
    }
  }

  private Optional<String> command(Command command) {
    FromItem.Relation target = target(command.target());
    Optional<QueryNode> query = within(command.query());
    Optional<QueryNode> returning = command.returning().flatMap(this::within);
    return query.isEmpty() || returning.isPresent() != command.returning().isPresent()
        ? Optional.empty()
        : Optional.of(filled(command.with(target, query.get(), returning)).sql());
  }

  private FromItem.Relation target(FromItem.Relation target) {
    Name name = target.name();
    List<String> path =
        name.schema().isEmpty() ? List.of(name.name()) : List.of(name.schema(), name.name());
    Optional<ObjectId> found = Names.relation(path, scope);
    found.ifPresent(objects::add);
    return new FromItem.Relation(
        found.map(id -> new Name(id.schema(), id.name())).orElse(name),
        target.only(),
        target.alias(),
        target.sample(),
        Place.NONE);
  }

  /** Resolves a query that may speak of OLD and NEW; empty where something in it is not known. */
  private Optional<QueryNode> within(QueryNode query) {
    List<FromItem> from =
        List.of(
            row("old"),
            row("new"),
            new FromItem.Derived(true, query, new Alias("command", List.of())));
    var one = new Clause.Target(new Node.Literal(Node.LiteralKind.NUMBER, "1"), "");
    var select =
        new Body.Select(
            Optional.empty(),
            List.of(one),
            from,
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            List.of());
    QueryResolver.Resolved resolved = QueryResolver.resolve(QueryNode.of(select), scope);
    objects.addAll(resolved.objects());
    return resolved.doubt().isEmpty()
            && resolved.query().body() instanceof Body.Select outer
            && outer.from().get(2) instanceof FromItem.Derived inner
        ? Optional.of(inner.query())
        : Optional.empty();
  }

  private FromItem row(String alias) {
    return new FromItem.Relation(
        new Name(relation.schema(), relation.name()),
        false,
        new Alias(alias, List.of()),
        Optional.empty(),
        Place.NONE);
  }

  /** An INSERT without a column list fills the target's first columns. */
  private Command filled(Command command) {
    if (!command.verb().equals("insert") || !command.columns().isEmpty()) {
      return command;
    }
    List<String> all = columns(command.target().name());
    int count =
        switch (command.query().body()) {
          case Body.Values values -> values.rows().getFirst().size();
          case Body.Select select -> select.targets().size();
          case Body.SetOperation operation -> 0;
          case Body.Nested nested -> 0;
        };
    return count == 0 || count > all.size()
        ? command
        : new Command(
            command.verb(),
            command.target(),
            all.subList(0, count),
            command.query(),
            command.conflict(),
            command.returning());
  }

  private List<String> columns(Name name) {
    for (SchemaObject object : scope.objects().named(name.schema(), name.name())) {
      if (object instanceof View view) {
        return view.columns();
      }
      if (Names.READABLE.contains(object.id().kind())) {
        return scope.objects().childrenOf(object.id()).stream()
            .filter(Column.class::isInstance)
            .map(Column.class::cast)
            .sorted(Comparator.comparingInt(Column::position))
            .map(column -> column.id().name())
            .toList();
      }
    }
    return List.of();
  }
}
