package dev.drift.engine.ddl;

import dev.drift.engine.model.Extension;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads names and finds what they stand for through the search path (namespace.c). */
final class Names {
  /** Extensions that bring no table, view or sequence, so that an unknown one is not theirs. */
  private static final Set<String> WITHOUT_RELATIONS =
      Set.of(
          "btree_gin",
          "btree_gist",
          "citext",
          "cube",
          "dict_int",
          "dict_xsyn",
          "earthdistance",
          "fuzzystrmatch",
          "hstore",
          "intarray",
          "isn",
          "ltree",
          "moddatetime",
          "pg_trgm",
          "pgcrypto",
          "plpgsql",
          "seg",
          "tablefunc",
          "tsm_system_rows",
          "tsm_system_time",
          "unaccent",
          "uuid-ossp",
          "vector",
          "xml2");

  private Names() {}

  /** Reads {@code name}, {@code schema.name} or {@code database.schema.name}. */
  static QualifiedName read(TokenReader tokens) {
    String first = tokens.name();
    if (!tokens.acceptSymbol(".")) {
      return new QualifiedName("", first);
    }
    String second = tokens.name();
    if (!tokens.acceptSymbol(".")) {
      return new QualifiedName(first, second);
    }
    return new QualifiedName(second, tokens.name());
  }

  /** {@return the schema in which {@code name} is created; rejects where there is none} */
  static String creationSchema(QualifiedName name, Token at, Context context) {
    if (name.schema().startsWith("pg_temp")) {
      throw new TemporaryException(name.name());
    }
    if (!name.schema().isEmpty()) {
      requireSchema(name.schema(), at, context);
      return name.schema();
    }
    List<String> path = context.session().searchPath();
    for (String schema : path) {
      if (schema.startsWith("pg_temp")) {
        throw new TemporaryException(name.name());
      }
      if (schemaExists(schema, context)) {
        return schema;
      }
    }
    if (context.doubt().unbounded() && !path.isEmpty()) {
      return path.get(0);
    }
    throw new RejectedException("no schema has been selected to create in", at);
  }

  /** Rejects if there is certainly no such schema, leaves as opaque if that is not known. */
  static void requireSchema(String schema, Token at, Context context) {
    if (schemaExists(schema, context)) {
      return;
    }
    if (context.doubt().concerns("", schema) || mayComeFromExtension("", context)) {
      throw new OpaqueException("depends on schema " + schema, new TreeSet<>());
    }
    throw new RejectedException("schema \"" + schema + "\" does not exist", at);
  }

  /** {@return whether there is a schema of that name, system schemas included} */
  static boolean schemaExists(String schema, Context context) {
    return schema.equals("pg_catalog")
        || schema.equals("information_schema")
        || context.objects().contains(ObjectId.global(Kind.SCHEMA, schema));
  }

  /** {@return the schemas in which {@code name} is looked up, in order} */
  static List<String> path(QualifiedName name, Context context) {
    return name.schema().isEmpty() ? context.session().searchPath() : List.of(name.schema());
  }

  /** {@return the relation (table, view, sequence, index, …) that {@code name} stands for} */
  static Optional<SchemaObject> relation(QualifiedName name, Context context) {
    return first(name, context, object -> Objects.RELATIONS.contains(object.id().kind()));
  }

  /** {@return the enum, domain, composite, range or base type that {@code name} stands for} */
  static Optional<SchemaObject> type(QualifiedName name, Context context) {
    return first(name, context, object -> Objects.TYPES.contains(object.id().kind()));
  }

  /** {@return the same; rejects or leaves as opaque if none} */
  static SchemaObject requireType(Named name, Context context) {
    return type(name.name(), context).orElseThrow(() -> unknownType(name, context));
  }

  /** {@return what to throw where there is no such type} */
  static RuntimeException unknownType(Named name, Context context) {
    return unknown(name.name(), "type \"" + name.name() + "\" does not exist", name.at(), context);
  }

  /** {@return the first match of a name along the search path, or in its schema if it has one} */
  static Optional<SchemaObject> first(
      QualifiedName name, Context context, Predicate<SchemaObject> wanted) {
    if (name.schema().startsWith("pg_temp")
        || name.schema().isEmpty() && context.session().temporary().contains(name.name())) {
      throw new TemporaryException(name.name());
    }
    List<String> path = path(name, context);
    for (String schema : path) {
      for (SchemaObject object : context.objects().named(schema, name.name())) {
        if (wanted.test(object)) {
          return Optional.of(object);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the functions, procedures and aggregates of that name, of the first schema with any}
   */
  static List<SchemaObject> routines(QualifiedName name, Context context) {
    List<String> path = path(name, context);
    for (String schema : path) {
      Collection<SchemaObject> found = context.objects().routines(schema, name.name());
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** {@return the relation that {@code name} stands for; rejects or leaves as opaque if none} */
  static SchemaObject requireRelation(QualifiedName name, Token at, Context context) {
    return relation(name, context)
        .orElseThrow(() -> unknown(name, "relation \"" + name + "\" does not exist", at, context));
  }

  /**
   * {@return what to throw where {@code name} is not in the model: a rejection with {@code message}
   * if that is certain, else opaque}
   */
  static RuntimeException unknown(QualifiedName name, String message, Token at, Context context) {
    if (!name.schema().isEmpty() && !schemaExists(name.schema(), context)) {
      requireSchema(name.schema(), at, context);
    }
    List<String> path = path(name, context);
    boolean uncertain =
        name.schema().equals("pg_catalog")
            || name.schema().equals("information_schema")
            || name.schema().isEmpty() && name.name().startsWith("pg_")
            || path.stream().anyMatch(s -> context.doubt().concerns(s, name.name()))
            || path.stream().anyMatch(s -> Shapes.mayName(s, name.name(), context.objects()))
            || path.stream().anyMatch(s -> mayComeFromExtension(s, context));
    if (!uncertain) {
      return new RejectedException(message, at);
    }
    var touched = new TreeSet<ObjectId>();
    if (!path.isEmpty()) {
      touched.add(ObjectId.table(path.get(0), name.name()));
    }
    return new OpaqueException("depends on " + name, touched);
  }

  /**
   * {@return whether an installed extension may have put a relation into the schema; empty = any}
   */
  private static boolean mayComeFromExtension(String schema, Context context) {
    return context.objects().ofKind(Kind.EXTENSION).stream()
        .map(Extension.class::cast)
        .filter(extension -> !WITHOUT_RELATIONS.contains(extension.id().name()))
        .anyMatch(
            extension ->
                schema.isEmpty()
                    || extension.schema().isEmpty()
                    || extension.schema().equals(schema));
  }
}
