package dev.drift.engine.plan.rule;

import dev.drift.engine.model.DomainType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.TypeName;
import java.util.Optional;

/** Domains as columns have them. */
final class Domains {
  private Domains() {}

  /** {@return what values of {@code type} are stored as: a domain's base type, else itself} */
  static TypeName base(TypeName type, SchemaModel model) {
    return type.array()
        ? type
        : domain(type, model).map(domain -> base(domain.base(), model)).orElse(type);
  }

  /** {@return whether each value is looked at for the sake of a domain} */
  static boolean isChecked(TypeName type, SchemaModel model) {
    return !type.array()
        && domain(type, model)
            .filter(
                domain ->
                    domain.notNull()
                        || model.childrenOf(domain.id()).stream()
                            .anyMatch(part -> part.id().kind() == Kind.DOMAIN_CONSTRAINT)
                        || isChecked(domain.base(), model))
            .isPresent();
  }

  private static Optional<DomainType> domain(TypeName type, SchemaModel model) {
    return type.schema().equals("pg_catalog")
        ? Optional.empty()
        : model.named(type.schema(), type.name()).stream()
            .filter(DomainType.class::isInstance)
            .map(DomainType.class::cast)
            .findFirst();
  }
}
