package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Cast;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Objects;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;

/** {@code CREATE} and {@code DROP CAST} (CreateCast in functioncmds.c). */
final class CastStatements {
  private CastStatements() {}

  private record Pair(TypeName source, TypeName target, Token at) {
    static Pair read(TokenReader tokens, Context context) {
      Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("\"(\""));
      tokens.expectSymbol("(");
      TypeName source = bare(Types.read(tokens, context.scope()));
      tokens.expect("as");
      TypeName target = bare(Types.read(tokens, context.scope()));
      tokens.expectSymbol(")");
      return new Pair(source, target, at);
    }

    private static TypeName bare(TypeName type) {
      return type.plain();
    }

    ObjectId id() {
      return ObjectId.global(Kind.CAST, Types.argument(source) + " AS " + Types.argument(target));
    }
  }

  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "cast");
    Pair types = Pair.read(tokens, context);
    String method = "function";
    Optional<QualifiedName> function = Optional.empty();
    if (tokens.accept("without", "function")) {
      method = "binary";
    } else if (tokens.accept("with", "inout")) {
      method = "inout";
    } else {
      tokens.expect("with", "function");
      function = Optional.of(Referents.routine(tokens, List.of(types.source()), context));
    }
    var changes = new Changes(context);
    if (context.objects().contains(types.id())) {
      throw Existing.taken(
          types.id(),
          "cast from type "
              + Types.sql(types.source())
              + " to type "
              + Types.sql(types.target())
              + " already exists",
          types.at(),
          context);
    }
    changes.create(
        new Cast(types.id(), types.source(), types.target(), method, function, use(tokens)));
    return changes.effects();
  }

  private static String use(TokenReader tokens) {
    if (tokens.accept("as", "implicit")) {
      return "implicit";
    }
    return tokens.accept("as", "assignment") ? "assignment" : "explicit";
  }

  static Decision drop(TokenReader tokens, Context context) {
    tokens.expect("drop", "cast");
    return Drops.decide(tokens, context, CastStatements::target);
  }

  private static Drops.Target target(TokenReader tokens, Context context) {
    Pair types = Pair.read(tokens, context);
    return new Drops.Target(context.objects().find(types.id()), named(types), missing(types));
  }

  private static Named named(Pair types) {
    return new Named(new QualifiedName("", types.id().name()), types.at());
  }

  private static String missing(Pair types) {
    return "cast from type "
        + Types.sql(types.source())
        + " to type "
        + Types.sql(types.target())
        + " does not exist";
  }

  /**
   * Reads {@code (source AS target)}. {@return the cast's id; empty if it may be the server's or an
   * extension's, which those of types in the model are not}
   */
  static Optional<ObjectId> existing(TokenReader tokens, Context context) {
    Pair types = Pair.read(tokens, context);
    Optional<ObjectId> cast = Optional.of(types.id()).filter(context.objects()::contains);
    if (cast.isEmpty() && (isOwn(types.source(), context) || isOwn(types.target(), context))) {
      throw Names.unknown(named(types).name(), missing(types), types.at(), context);
    }
    return cast;
  }

  private static boolean isOwn(TypeName type, Context context) {
    return !type.array()
        && context.objects().named(type.schema(), type.name()).stream()
            .anyMatch(object -> Objects.TYPES.contains(object.id().kind()));
  }
}
