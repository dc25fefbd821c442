package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.Scope;
import dev.drift.engine.canon.tree.Clause;
import dev.drift.engine.canon.tree.FromItem;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types FROM items and tells their columns (parse_relation.c). */
final class FromTyping {
  private final TypeSystem types;
  private final Relations relations;
  private final ScalarTyping scalars;
  private final QueryTyping queries;

  FromTyping(TypeSystem types, Relations relations, ScalarTyping scalars, QueryTyping queries) {
    this.types = types;
    this.relations = relations;
    this.scalars = scalars;
    this.queries = queries;
  }

  /** {@return {@code item} typed; its columns are added to {@code level}} */
  FromItem item(FromItem item, Level level) {
    return switch (item) {
      case FromItem.Relation relation -> relation(relation, level);
      case FromItem.Derived(boolean lateral, var query, var alias) -> {
        QueryTyping.Result result = queries.query(query);
        add(level, alias, result.columns(), Optional.of(TypeName.builtin("record")));
        yield new FromItem.Derived(lateral, result.query(), alias);
      }
      case FromItem.Function function -> function(function, level);
      case FromItem.Join join -> join(join, level);
    };
  }

  private static void add(
      Level level, FromItem.Alias alias, List<OutputColumn> columns, Optional<TypeName> row) {
    level.items().add(new Level.Item(CollatedColumns.renamed(alias.columns(), columns), row));
  }

  private FromItem relation(FromItem.Relation relation, Level level) {
    Name name = relation.name();
    Optional<List<OutputColumn>> cte =
        name.schema().isEmpty() ? queries.cte(name.name()) : Optional.empty();
    if (cte.isPresent()) {
      add(level, relation.alias(), cte.get(), Optional.of(TypeName.builtin("record")));
      return relation;
    }
    Optional<ObjectId> id =
        name.schema().isEmpty()
            ? Optional.empty()
            : Names.relation(
                    List.of(name.schema(), name.name()), new Scope(types.objects(), List.of()))
                .or(() -> SystemRelations.find(name.schema(), name.name()));
    add(
        level,
        relation.alias(),
        id.map(relations::columns).orElse(List.of()),
        id.map(found -> new TypeName(found.schema(), found.name(), "", false)));
    return relation;
  }

  private FromItem function(FromItem.Function function, Level level) {
    var parts = new ArrayList<FromItem.Part>();
    var columns = new ArrayList<OutputColumn>(definitions(function.columns()));
    Optional<TypeName> row = Optional.empty();
    for (FromItem.Part part : function.parts()) {
      String alias =
          function.alias().name().isEmpty() || function.rowsFrom() ? "" : function.alias().name();
      Yield yield = called(part.call(), alias);
      parts.add(new FromItem.Part(yield.typed().node(), part.columns()));
      if (!part.columns().isEmpty()) {
        columns.addAll(definitions(part.columns()));
      } else if (function.columns().isEmpty()) {
        columns.addAll(yield.columns());
      }
      row = yield.typed().type();
    }
    if (function.ordinality()) {
      columns.add(new OutputColumn("ordinality", Optional.of(Typed.BIGINT)));
    }
    add(level, function.alias(), columns, row);
    return new FromItem.Function(
        function.lateral(),
        parts,
        function.rowsFrom(),
        function.ordinality(),
        function.alias(),
        function.columns());
  }

  private static List<OutputColumn> definitions(List<Clause.ColumnDefinition> columns) {
    return columns.stream()
        .map(
            column ->
                new OutputColumn(
                    column.name(),
                    Optional.of(column.type()),
                    column.collation().map(name -> new QualifiedName(name.schema(), name.name()))))
        .toList();
  }

  /** A call typed and the columns it brings. */
  private record Yield(Typed typed, List<OutputColumn> columns) {}

  private Yield called(Scalar scalar, String alias) {
    if (!(scalar instanceof Node.Call call)) {
      Typed typed = scalars.of(scalar);
      String name =
          scalar instanceof Node.ValueFunction value && alias.isEmpty() ? value.word() : alias;
      return new Yield(typed, List.of(new OutputColumn(name, typed.type())));
    }
    String name = alias.isEmpty() ? call.function().name() : alias;
    if (call.function().is("unnest") && call.args().size() > 1) {
      var nodes = new ArrayList<OutputColumn>();
      for (Node.Argument arg : call.args()) {
        Optional<TypeName> array = scalars.of(arg.value()).type().map(types::base);
        nodes.add(
            new OutputColumn(
                "unnest",
                array.filter(TypeName::array).map(TypeName::element).map(TypeSystem::plain)));
      }
      return new Yield(scalars.of(call), nodes);
    }
    CallTyping.Called called = scalars.calls().called(call);
    List<OutputColumn> out = called.signature().map(Signature::columns).orElse(List.of());
    if (!out.isEmpty()) {
      boolean one = out.size() == 1;
      return new Yield(
          called.typed(),
          one ? List.of(new OutputColumn(alias(out.get(0), alias), called.typed().type())) : out);
    }
    Optional<TypeName> type = called.typed().type();
    Optional<List<OutputColumn>> fields = type.flatMap(types::fields);
    return new Yield(
        called.typed(),
        fields.orElseGet(() -> List.of(queries.collated().column(name, List.of(call), type))));
  }

  /** The one OUT parameter of a function gives the column its name, unless an alias does. */
  private static String alias(OutputColumn only, String alias) {
    return only.name().isEmpty() ? alias : only.name();
  }

  private FromItem join(FromItem.Join join, Level level) {
    int first = level.items().size();
    FromItem left = item(join.left(), level);
    FromItem right = item(join.right(), level);
    Optional<Scalar> on = join.on().map(scalars::condition);
    if (!join.usingAlias().isEmpty()) {
      level.items().add(new Level.Item(List.of(), Optional.empty()));
    }
    if (!join.alias().name().isEmpty()) {
      var columns = new ArrayList<OutputColumn>();
      level
          .items()
          .subList(first, level.items().size())
          .forEach(item -> columns.addAll(item.columns()));
      add(level, join.alias(), columns, Optional.empty());
    }
    return new FromItem.Join(
        join.kind(),
        join.natural(),
        left,
        right,
        on,
        join.using(),
        join.usingAlias(),
        join.alias());
  }
}
