package dev.drift.engine.canon.typing;

import dev.drift.engine.canon.Names;
import dev.drift.engine.canon.Types;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.Cast;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is known of types: of {@code pg_catalog}'s from {@link Signatures}, else from the model. */
final class TypeSystem {
  private final Objects objects;
  private final Relations relations;

  TypeSystem(Objects objects, Relations relations) {
    this.objects = objects;
    this.relations = relations;
  }

  Objects objects() {
    return objects;
  }

  /** {@return the type without its modifier, by which functions are chosen} */
  static TypeName plain(TypeName type) {
    return type.plain();
  }

  /** {@return where the cast between two types is applied unasked; empty if there is none} */
  Optional<Conversions.Context> cast(TypeName from, TypeName to) {
    Optional<Signatures.Cast> builtin = Signatures.get().cast(from, to);
    if (builtin.isPresent()) {
      return builtin.map(
          cast ->
              switch (cast.context()) {
                case 'i' -> Conversions.Context.IMPLICIT;
                case 'a' -> Conversions.Context.ASSIGNMENT;
                default -> Conversions.Context.EXPLICIT;
              });
    }
    String name = Types.argument(from) + " AS " + Types.argument(to);
    return objects
        .find(ObjectId.global(Kind.CAST, name), Cast.class)
        .map(cast -> Conversions.Context.valueOf(cast.context().toUpperCase(Locale.ROOT)));
  }

  /** {@return whether all that counts of the type is known} */
  boolean isKnown(TypeName type) {
    return isBuiltin(type)
        ? Signatures.get().fact(plain(type).name()).isPresent()
        : find(type.element())
            .filter(
                object ->
                    object instanceof EnumType
                        || object instanceof RangeType range && isKnown(range.subtype())
                        || object instanceof CompositeType
                        || object instanceof DomainType domain && isKnown(domain.base())
                        || Names.isReadable(object.id().kind()))
            .isPresent();
  }

  private static boolean isBuiltin(TypeName type) {
    return type.schema().equals("pg_catalog");
  }

  Optional<SchemaObject> find(TypeName type) {
    return isBuiltin(type) || type.schema().isEmpty() || type.array()
        ? Optional.empty()
        : Names.type(type.schema(), type.name(), objects)
            .flatMap(objects::find)
            .or(() -> SystemRelations.domain(type));
  }

  /** {@return the type that a domain is of, through domains over domains; else the type itself} */
  TypeName base(TypeName type) {
    return find(type)
        .filter(DomainType.class::isInstance)
        .map(domain -> base(((DomainType) domain).base()))
        .orElse(type);
  }

  /** {@return the fields of a composite type or of a relation's rows} */
  Optional<List<OutputColumn>> fields(TypeName type) {
    return find(base(type))
        .flatMap(
            object ->
                switch (object) {
                  case CompositeType composite ->
                      Optional.of(
                          composite.fields().stream()
                              .map(
                                  field ->
                                      new OutputColumn(
                                          field.name(),
                                          Optional.of(field.type()),
                                          field.collation()))
                              .toList());
                  default ->
                      Names.isReadable(object.id().kind())
                          ? Optional.of(relations.columns(object.id()))
                          : Optional.empty();
                });
  }

  /** {@return pg_type.typcategory} */
  char category(TypeName type) {
    TypeName base = base(plain(type));
    if (base.array()) {
      return 'A';
    }
    if (isBuiltin(base)) {
      return Signatures.get().fact(base.name()).map(Signatures.Fact::category).orElse('U');
    }
    return switch (find(base).orElse(null)) {
      case EnumType enumeration -> 'E';
      case RangeType range -> 'R';
      case BaseType own -> own.category().charAt(0);
      case null -> 'U';
      default -> 'C';
    };
  }

  /** {@return pg_type.typispreferred} */
  boolean isPreferred(TypeName type) {
    return isBuiltin(type)
        && !type.array()
        && Signatures.get().fact(type.name()).filter(Signatures.Fact::preferred).isPresent();
  }

  boolean isRange(TypeName type) {
    return find(type).filter(RangeType.class::isInstance).isPresent()
        || fact(type).filter(fact -> fact.range() && fact.of().isPresent()).isPresent();
  }

  boolean isMultirange(TypeName type) {
    return fact(type).filter(fact -> !fact.range() && fact.of().isPresent()).isPresent();
  }

  /** {@return what a range is over, or what ranges a multirange is of} */
  Optional<TypeName> rangeOf(TypeName type) {
    return find(type)
        .filter(RangeType.class::isInstance)
        .map(range -> ((RangeType) range).subtype())
        .or(() -> fact(type).flatMap(Signatures.Fact::of));
  }

  private static Optional<Signatures.Fact> fact(TypeName type) {
    return isBuiltin(type) && !type.array() ? Signatures.get().fact(type.name()) : Optional.empty();
  }
}
