package dev.drift.engine.ddl;

import dev.drift.engine.canon.GeneratedNames;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.RangeType;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code CREATE TYPE name AS RANGE (…)} (DefineRange in typecmds.c). */
final class RangeStatements {
  private static final int MULTIRANGES = 14;

  private RangeStatements() {}

  /** Reads what follows AS RANGE. {@return the type} */
  static RangeType read(ObjectId id, Named name, TokenReader tokens, Context context) {
    Definition options = Definition.read(tokens, context);
    TypeName subtype =
        options
            .type("subtype")
            .orElseThrow(
                () -> new RejectedException("type attribute \"subtype\" is required", name.at()));
    TypeName own = new TypeName(id.schema(), id.name(), "", false);
    return new RangeType(
        id,
        subtype,
        options
            .qualified("subtype_opclass")
            .filter(named -> !OperatorClasses.isDefault("btree", named.name(), subtype))
            .map(named -> operatorClass(named, context)),
        options.qualified("collation").flatMap(named -> ColumnCollations.resolve(named, context)),
        options
            .named("canonical")
            .map(named -> Referents.routine(named.name(), List.of(own), context)),
        options
            .named("subtype_diff")
            .map(named -> Referents.routine(named.name(), List.of(subtype, subtype), context)),
        multirange(id, name, options, context));
  }

  private static QualifiedName operatorClass(QualifiedName name, Context context) {
    QualifiedName own = new QualifiedName(name.schema(), name.name() + " using btree");
    QualifiedName found = Referents.object(Kind.OPERATOR_CLASS, own, context);
    return new QualifiedName(found.schema(), name.name());
  }

  private static Optional<QualifiedName> multirange(
      ObjectId id, Named name, Definition options, Context context) {
    if (context.session().serverMajor() < MULTIRANGES) {
      return Optional.empty();
    }
    QualifiedName multirange =
        options
            .named("multirange_type_name")
            .map(named -> new QualifiedName(named.creationSchema(context), named.plain()))
            .orElse(new QualifiedName(id.schema(), GeneratedNames.multirange(id.name())));
    if (multirange.equals(new QualifiedName(id.schema(), id.name()))
        || TakenNames.type(context.objects(), multirange.schema(), multirange.name()).isPresent()) {
      throw new RejectedException("type \"" + multirange.name() + "\" already exists", name.at());
    }
    return Optional.of(multirange);
  }
}
