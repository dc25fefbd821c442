package dev.drift.engine.ddl;

import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collations by name: those of the model, else the server's own in pg_catalog. */
final class ColumnCollations {
  /** The server's own names: of libc locales, of ICU locales, and a few fixed ones. */
  private static final Pattern OWN =
      Pattern.compile(
          "C|POSIX|C\\..*|ucs_basic|unicode|pg_c_utf8|pg_unicode_fast|.*-x-icu"
              + "|[a-z]{2,3}(_[A-Z]{2})?([.@].*)?");

  private ColumnCollations() {}

  /**
   * Reads {@code COLLATE name} if it comes next. {@return the collation unless it is the default}
   */
  static Optional<QualifiedName> read(TokenReader tokens, Context context) {
    return asWritten(tokens).flatMap(name -> resolve(name, context));
  }

  /** {@return the name behind {@code COLLATE}, not looked up, if that comes next} */
  static Optional<QualifiedName> asWritten(TokenReader tokens) {
    return tokens.accept("collate") ? Optional.of(Names.read(tokens)) : Optional.empty();
  }

  /** {@return the collation of that name unless it is the default one} */
  static Optional<QualifiedName> resolve(QualifiedName name, Context context) {
    if (name.name().equals("default")) {
      return Optional.empty();
    }
    Optional<SchemaObject> known =
        Names.first(name, context, object -> object.id().kind() == Kind.COLLATION);
    if (known.isPresent()) {
      return known.map(object -> new QualifiedName(object.id().schema(), name.name()));
    }
    boolean own = name.schema().isEmpty() && OWN.matcher(name.name()).matches();
    return Optional.of(own ? new QualifiedName("pg_catalog", name.name()) : name);
  }

  /** {@return the collation unless it is that of the type itself, which goes without saying} */
  static Optional<QualifiedName> beside(
      Optional<QualifiedName> collation, TypeName type, Context context) {
    return collation.filter(name -> !ownOf(type, context).equals(Optional.of(name)));
  }

  /** A name sorts by bytes; a domain as it says, else as what it is of. */
  private static Optional<QualifiedName> ownOf(TypeName type, Context context) {
    if (type.schema().equals("pg_catalog")) {
      return type.name().equals("name")
          ? Optional.of(new QualifiedName("pg_catalog", "C"))
          : Optional.empty();
    }
    return context
        .scope()
        .objects()
        .find(ObjectId.of(Kind.DOMAIN, type.schema(), type.name()), DomainType.class)
        .flatMap(domain -> domain.collation().or(() -> ownOf(domain.base(), context)));
  }
}
