package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** Reads what COMMENT ON names, for the kinds that are identified by more than a name. */
final class DefinitionTargets {
  private DefinitionTargets() {}

  /** {@return the object meant; empty if another kind comes next} */
  static Optional<ObjectId> read(TokenReader tokens, Context context) {
    if (tokens.accept("aggregate")) {
      Named name = Named.read(tokens);
      AggregateSignature signature = AggregateSignature.read(tokens, context);
      return Optional.of(
          AggregateStatements.find(name, signature, context)
              .map(SchemaObject::id)
              .orElseThrow(
                  () ->
                      Names.unknown(
                          name.name(),
                          AggregateStatements.message(name, signature),
                          name.at(),
                          context)));
    }
    if (tokens.accept("operator", "class")) {
      return family(tokens, Kind.OPERATOR_CLASS, context);
    }
    if (tokens.accept("operator", "family")) {
      return family(tokens, Kind.OPERATOR_FAMILY, context);
    }
    if (tokens.accept("operator")) {
      return Optional.of(OperatorSignature.read(tokens, context).require(context).id());
    }
    if (tokens.accept("cast")) {
      return CastStatements.existing(tokens, context);
    }
    if (tokens.accept("transform")) {
      return transform(tokens, context);
    }
    if (tokens.accept("text", "search")) {
      return Optional.of(TextSearchStatements.require(tokens, context).id());
    }
    for (Kind kind : List.of(Kind.COLLATION, Kind.CONVERSION)) {
      if (tokens.accept(kind.words())) {
        return Optional.of(SchemaNames.require(tokens, kind, context).id());
      }
    }
    if (tokens.accept("access", "method")) {
      return present(ObjectId.global(Kind.ACCESS_METHOD, tokens.name()), context);
    }
    tokens.accept("procedural");
    if (!tokens.accept("language")) {
      return Optional.empty();
    }
    Named language = LanguageNames.read(tokens);
    LanguageNames.require(language, context);
    return present(LanguageNames.id(language), context);
  }

  /** An extension's transform, which is for types without schema, is no object of the model. */
  private static Optional<ObjectId> transform(TokenReader tokens, Context context) {
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("FOR"));
    ObjectId id = LanguageStatements.transform(tokens, context);
    boolean own = id.name().contains(".") || context.objects().ofKind(Kind.EXTENSION).isEmpty();
    if (own && !context.objects().contains(id)) {
      throw new RejectedException("transform for type " + id.name() + " does not exist", at);
    }
    return present(id, context);
  }

  private static Optional<ObjectId> family(TokenReader tokens, Kind kind, Context context) {
    return Optional.of(OperatorFamilyNames.read(tokens).require(kind, context).id());
  }

  /**
   * What is not there is an extension's or the server's own, and its comment no part of the model.
   */
  private static Optional<ObjectId> present(ObjectId id, Context context) {
    return Optional.of(id).filter(context.objects()::contains);
  }
}
