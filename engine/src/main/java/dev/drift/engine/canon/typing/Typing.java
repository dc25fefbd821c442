package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.Types;
import dev.drift.engine.canon.rewrite.Rewrites;
import dev.drift.engine.canon.tree.Binding;
import dev.drift.engine.canon.tree.Name;
import dev.drift.engine.canon.tree.Node;
import dev.drift.engine.canon.tree.Node.Scalar;
import dev.drift.engine.canon.tree.QueryNode;
import dev.drift.engine.canon.tree.SqlReader;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.MaterializedView;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.Query;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.model.View;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types the expressions and queries of one schema; remembers the columns of its views. */
public final class Typing {
  private static final Set<String> SPECIAL = Set.of("coalesce", "greatest", "least", "nullif");

  private final Objects objects;
  private final TypeSystem types;
  private final Candidates printed;
  private final Map<ObjectId, List<OutputColumn>> views = new HashMap<>();

  private final int serverMajor;

  private final boolean collating;

  private Typing(Objects objects, int serverMajor, boolean collating) {
    this.objects = objects;
    this.collating = collating;
    this.serverMajor = serverMajor;
    this.types = new TypeSystem(objects, this::columns);
    this.printed = Candidates.asPrinted(objects);
  }

  /** {@return the names of the functions that PostgreSQL has built in} */
  public static Set<String> builtinFunctions() {
    return Signatures.get().functionNames();
  }

  /** {@return whether PostgreSQL has a function of that name with so many arguments} */
  public static boolean isBuiltinFunction(String name, int arguments) {
    return Signatures.get().functions(name).stream()
        .anyMatch(signature -> signature.taking(arguments).isPresent());
  }

  /** {@return whether PostgreSQL has an operator of that name} */
  public static boolean isBuiltinOperator(String name) {
    return !Signatures.get().operators(name).isEmpty();
  }

  /** {@return a typing by what {@code objects} say} */
  public static Typing of(Objects objects) {
    return new Typing(objects, SystemRelations.ANY_MAJOR, false);
  }

  /** {@return a typing by what {@code objects} say, as servers of that version type} */
  public static Typing of(Objects objects, int serverMajor) {
    return new Typing(objects, serverMajor, false);
  }

  /** {@return the same; columns come with their collations} */
  public static Typing collating(Objects objects, int serverMajor) {
    return new Typing(objects, serverMajor, true);
  }

  /** {@return the collation of {@code scalar}, bound and canonical, if it can be told} */
  public Optional<QualifiedName> collation(Scalar scalar, ColumnTypes columns) {
    QueryTyping typing = typing(columns);
    return new CollationTyping(typing.scalars(), typing, types).of(scalar).told();
  }

  /** {@return what two types come to, if they can} */
  public Optional<TypeName> common(TypeName one, TypeName other) {
    return types.isKnown(one) && types.isKnown(other)
        ? new Conversions(types).common(List.of(one, other))
        : Optional.empty();
  }

  /** {@return the type of a column of a table or view} */
  public Optional<TypeName> column(ObjectId relation, String name) {
    Optional<TypeName> own =
        objects.find(ObjectId.column(relation, name), Column.class).map(Column::type);
    return own.isPresent()
        ? own
        : columns(relation).stream()
            .filter(column -> column.name().equals(name))
            .findFirst()
            .flatMap(OutputColumn::type);
  }

  /**
   * {@return {@code scalar}, bound and canonical, with all casts}
   *
   * @param target the type it is assigned to, if any
   */
  public Scalar scalar(Scalar scalar, ColumnTypes columns, Optional<TypeName> target) {
    ScalarTyping scalars = typing(columns).scalars();
    Typed typed = scalars.of(scalar);
    return target.map(type -> scalars.assigned(typed, type)).orElseGet(typed::node);
  }

  /** {@return the type of a call whose result never depends on what it is given} */
  public static Optional<TypeName> certainType(Scalar scalar) {
    boolean builtin =
        scalar instanceof Node.Call call
            && (call.function().schema().isEmpty()
                || call.function().schema().equals("pg_catalog"));
    return builtin
        ? CallTyping.agreed(Signatures.get().functions(((Node.Call) scalar).function().name()))
        : Optional.empty();
  }

  /**
   * {@return the names of the OUT parameters of a built-in function, none if it yields one plain
   * value; empty if there is no such function or what it yields depends}
   */
  public static Optional<List<String>> columnsOf(Name function, int arguments) {
    if (!function.is(function.name())) {
      return Optional.empty();
    }
    if (SPECIAL.contains(function.name())) {
      return Optional.of(List.of());
    }
    List<List<String>> all =
        Signatures.get().functions(function.name()).stream()
            .filter(signature -> signature.taking(arguments).isPresent())
            .filter(
                signature ->
                    !signature.result().isBuiltin("record") || !signature.columns().isEmpty())
            .map(signature -> signature.columns().stream().map(OutputColumn::name).toList())
            .distinct()
            .toList();
    boolean plain = function.is("unnest") && all.contains(List.of());
    return all.size() == 1 || plain
        ? Optional.of(plain ? List.of() : all.get(0))
        : Optional.empty();
  }

  /** {@return the type of {@code scalar}, bound and canonical, where it can be told} */
  public Optional<TypeName> type(Scalar scalar, ColumnTypes columns) {
    return typing(columns).scalars().of(scalar).type().filter(type -> !type.equals(Typed.UNKNOWN));
  }

  /** {@return the type of {@code scalar}, if it is a row of a known one} */
  public Optional<TypeName> row(Scalar scalar, ColumnTypes columns) {
    return type(Rewrites.canonical(scalar), columns).filter(type -> types.fields(type).isPresent());
  }

  /** {@return the names of the fields of {@code scalar}, if it is a row of a known type} */
  public Optional<List<String>> fields(Scalar scalar, ColumnTypes columns) {
    return row(scalar, columns)
        .flatMap(types::fields)
        .map(fields -> fields.stream().map(OutputColumn::name).toList());
  }

  /** {@return what the functions and operators in {@code scalar} are, as a server printed it} */
  public Choices choices(Scalar scalar, ColumnTypes columns) {
    return choices(scalar, columns, Candidates.asUsed(objects));
  }

  /** {@return the same of {@code query}} */
  public Choices choices(QueryNode query, ColumnTypes columns) {
    return choices(query, columns, Candidates.asUsed(objects));
  }

  /** {@return what they are where their names are looked up along {@code searchPath}} */
  public Choices choices(Scalar scalar, ColumnTypes columns, List<String> searchPath) {
    return choices(scalar, columns, Candidates.along(searchPath, objects));
  }

  /** {@return the same of {@code query}} */
  public Choices choices(QueryNode query, ColumnTypes columns, List<String> searchPath) {
    return choices(query, columns, Candidates.along(searchPath, objects));
  }

  private Choices choices(Node node, ColumnTypes columns, Candidates candidates) {
    var choices = new Choices();
    var typing = new QueryTyping(types, this::columns, columns, candidates, choices, false);
    if (node instanceof QueryNode query) {
      typing.query(Rewrites.canonical(Binding.bind(query)));
    } else if (node instanceof Scalar scalar) {
      typing.scalars().of(Rewrites.canonical(Binding.bind(scalar)));
    }
    return choices;
  }

  /** {@return {@code query}, bound and canonical, with all casts} */
  public QueryNode query(QueryNode query, ColumnTypes columns) {
    return typing(columns).query(query).query();
  }

  /**
   * {@return {@code query}, bound and canonical, with all casts}
   *
   * @param targets the types of the columns that its output columns are assigned to
   */
  public QueryNode assigned(
      QueryNode query, List<Optional<TypeName>> targets, ColumnTypes columns) {
    return typing(columns).query(query, new Receiver.Columns(targets)).query();
  }

  /** {@return the type that a domain is of in the end; else {@code type} itself} */
  public TypeName base(TypeName type) {
    return types.base(type);
  }

  /** {@return the columns of {@code query}, whose names are looked up} */
  public List<OutputColumn> outputs(QueryNode query) {
    QueryNode canonical = Rewrites.canonical(Binding.bind(query));
    return typing(ColumnTypes.NONE)
        .query(isBefore(14) ? OldFields.of(canonical) : canonical)
        .columns();
  }

  private QueryTyping typing(ColumnTypes columns) {
    return new QueryTyping(types, this::columns, columns, printed, new Choices(), collating);
  }

  private boolean isBefore(int major) {
    return serverMajor != SystemRelations.ANY_MAJOR && serverMajor < major;
  }

  /** {@return the columns of a table or view in order; none if they are not known} */
  public List<OutputColumn> columns(ObjectId relation) {
    Optional<SchemaObject> object = objects.find(relation);
    return switch (object.orElse(null)) {
      case View view -> view(view.id(), view.query(), view.columns());
      case MaterializedView view -> view(view.id(), view.query(), view.columns());
      case null -> SystemRelations.columns(relation, serverMajor);
      default ->
          objects.columnsOf(relation).stream()
              .map(
                  column ->
                      new OutputColumn(
                          column.id().name(), Optional.of(column.type()), column.collation()))
              .toList();
    };
  }

  private List<OutputColumn> view(ObjectId id, Query query, List<String> names) {
    List<OutputColumn> known = views.get(id);
    if (known != null) {
      return known;
    }
    views.put(id, names.stream().map(name -> new OutputColumn(name, Optional.empty())).toList());
    List<OutputColumn> columns =
        query.understood()
            ? tree(query)
                .map(tree -> CollatedColumns.renamed(names, outputs(tree)))
                .orElse(List.of())
            : List.of();
    if (!columns.isEmpty()) {
      views.put(id, columns);
    }
    return columns.isEmpty() ? views.getOrDefault(id, List.of()) : columns;
  }

  private static Optional<QueryNode> tree(Query query) {
    try {
      return Optional.of(SqlReader.query(Tokenizer.tokenize(query.sql()), Types::read).tree());
    } catch (TokenReader.Unexpected unknown) {
      return Optional.empty();
    }
  }
}
