package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;
import java.util.Set;

/** Operator classes and families are named together with their access method. */
record OperatorFamilyNames(QualifiedName name, String method, Token at) {
  private static final String USING = " using ";
  private static final Set<String> METHODS =
      Set.of("btree", "hash", "gist", "gin", "brin", "spgist");

  /** Reads {@code name USING method}. */
  static OperatorFamilyNames read(TokenReader tokens) {
    Named name = Named.read(tokens);
    tokens.expect("using");
    return new OperatorFamilyNames(name.name(), tokens.name(), name.at());
  }

  /** {@return the name as ids have it: {@code name using method}} */
  static QualifiedName typed(QualifiedName name, String method) {
    return new QualifiedName(name.schema(), name.name() + USING + method);
  }

  /** {@return the name without the method} */
  static QualifiedName plain(QualifiedName typed) {
    int using = typed.name().lastIndexOf(USING);
    return using < 0 ? typed : new QualifiedName(typed.schema(), typed.name().substring(0, using));
  }

  QualifiedName typed() {
    return typed(name, method);
  }

  /** {@return whether PostgreSQL's own families, whose members are no objects, can be meant} */
  boolean mayBeBuiltin() {
    return METHODS.contains(method)
        && (name.schema().isEmpty() || name.schema().equals("pg_catalog"));
  }

  Optional<SchemaObject> find(Kind kind, Context context) {
    return Names.first(typed(), context, object -> object.id().kind() == kind);
  }

  String message(Kind kind) {
    return kind.words() + " \"" + name + "\" does not exist for access method \"" + method + "\"";
  }

  SchemaObject require(Kind kind, Context context) {
    return find(kind, context).orElseThrow(() -> Names.unknown(name, message(kind), at, context));
  }
}
