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
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks up the names in a command or query: of a rule, where OLD and NEW are rows of the rule's
 * relation, or of a routine, whose parameters have names.
 */
final class CommandResolver {
  private final Scope scope;
  private final List<FromItem> rows;
  private final Parameters parameters;
  private final SortedSet<ObjectId> objects = new TreeSet<>();

  private CommandResolver(Scope scope, List<FromItem> rows, Parameters parameters) {
    this.scope = scope;
    this.rows = rows;
    this.parameters = parameters;
  }

  /** {@return what looks up the names in the commands of a rule on {@code relation}} */
  static CommandResolver ofRule(Scope scope, ObjectId relation) {
    return new CommandResolver(
        scope, List.of(row(relation, "old"), row(relation, "new")), Parameters.NONE);
  }

  /** {@return what looks up the names in the body of a routine} */
  static CommandResolver ofRoutine(Scope scope, Parameters parameters) {
    return new CommandResolver(scope, List.of(), parameters);
  }

  Query resolve(List<Token> tokens) {
    String written = SourceText.of(tokens);
    try {
      Optional<String> sql =
          Commands.isCommand(tokens)
              ? CommandReader.read(tokens, reader -> Types.read(reader, scope))
                  .flatMap(this::command)
              : QueryComparison.tree(tokens, reader -> Types.read(reader, scope))
                  .flatMap(this::within)
                  .map(Printer::sql);
      return new Query(sql.orElse(written), sql.isPresent(), objects);
    } catch (InvalidQueryException invalid) {
      return new Query(written, false, objects);
    }
  }

  /** Resolves an expression. */
  Query resolveValue(List<Token> tokens) {
    String written = SourceText.of(tokens);
    try {
      Node.Scalar tree = SqlReader.expression(tokens, reader -> Types.read(reader, scope)).tree();
      Optional<String> sql =
          within(QueryNode.of(select(tree, List.of())))
              .map(QueryNode::body)
              .filter(Body.Select.class::isInstance)
              .map(body -> Printer.sql(((Body.Select) body).targets().getFirst().value()));
      return new Query(sql.orElse(written), sql.isPresent(), objects);
    } catch (TokenReader.Unexpected | InvalidQueryException unknown) {
      return new Query(written, false, objects);
    }
  }

  private static Body.Select select(Node.Scalar value, List<FromItem> from) {
    return new Body.Select(
        Optional.empty(),
        List.of(new Clause.Target(value, "")),
        from,
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        List.of());
  }

  private Optional<String> command(Command command) {
    var known = new ArrayList<Boolean>();
    Command resolved =
        command.with(
            query -> {
              Optional<QueryNode> found = within(query);
              known.add(found.isPresent());
              return found.orElse(query);
            });
    return known.contains(false)
        ? Optional.empty()
        : Optional.of(filled(resolved.with(target(command.target()))).sql());
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
    if (rows.isEmpty()) {
      QueryResolver.Resolved resolved = QueryResolver.resolve(query, scope, parameters);
      objects.addAll(resolved.objects());
      return resolved.doubt().isEmpty()
          ? Optional.of(OwnNames.in(resolved.query(), scope.objects()))
          : Optional.empty();
    }
    var from = new ArrayList<>(rows);
    from.add(new FromItem.Derived(true, query, new Alias("command", List.of())));
    var select = select(new Node.Literal(Node.LiteralKind.NUMBER, "1"), from);
    QueryResolver.Resolved resolved = QueryResolver.resolve(QueryNode.of(select), scope);
    objects.addAll(resolved.objects());
    return resolved.doubt().isEmpty()
            && resolved.query().body() instanceof Body.Select outer
            && outer.from().getLast() instanceof FromItem.Derived inner
        ? Optional.of(OwnNames.in(inner.query(), scope.objects()))
        : Optional.empty();
  }

  private static FromItem row(ObjectId relation, String alias) {
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
    int count = width(command.query().body());
    return count == 0 || count > all.size()
        ? command
        : new Command(
            command.verb(),
            command.target(),
            all.subList(0, count),
            command.overriding(),
            command.query(),
            command.conflict(),
            command.returning());
  }

  private static int width(Body body) {
    return switch (body) {
      case Body.Values values -> values.rows().getFirst().size();
      case Body.Select select -> select.targets().size();
      case Body.SetOperation operation -> width(operation.left());
      case Body.Nested nested -> width(nested.query().body());
    };
  }

  private List<String> columns(Name name) {
    for (SchemaObject object : scope.objects().named(name.schema(), name.name())) {
      if (Names.READABLE.contains(object.id().kind())) {
        return scope.objects().columnNames(object.id());
      }
    }
    return List.of();
  }
}
