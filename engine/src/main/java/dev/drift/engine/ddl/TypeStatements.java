package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.BaseType;
import dev.drift.engine.model.CompositeType;
import dev.drift.engine.model.CompositeType.Field;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CREATE TYPE} and {@code ALTER TYPE} (typecmds.c); the kinds have their own readers. */
final class TypeStatements {
  private TypeStatements() {}

  /** {@code CREATE TYPE name AS ENUM (…) | AS (…) | AS RANGE (…) | (…)}, or a shell type. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "type");
    Named name = Named.read(tokens);
    String schema = name.creationSchema(context);
    ObjectId baseType = ObjectId.of(Kind.BASE_TYPE, schema, name.plain());
    Optional<BaseType> shell =
        context.objects().find(baseType, BaseType.class).filter(type -> !type.defined());
    var changes = new Changes(context);
    if (shell.isPresent() && tokens.atSymbol("(")) {
      changes.alter(shell.get(), BaseTypeStatements.read(baseType, tokens, context));
      return changes.effects();
    }
    requireFree(name, schema, context);
    if (tokens.accept("as", "enum")) {
      changes.create(new EnumType(ObjectId.of(Kind.ENUM, schema, name.plain()), labels(tokens)));
    } else if (tokens.accept("as", "range")) {
      ObjectId id = ObjectId.of(Kind.RANGE_TYPE, schema, name.plain());
      changes.create(RangeStatements.read(id, name, tokens, context));
    } else if (tokens.accept("as")) {
      ObjectId id = ObjectId.of(Kind.COMPOSITE_TYPE, schema, name.plain());
      changes.create(new CompositeType(id, fields(tokens, context)));
    } else if (tokens.atEnd()) {
      changes.create(BaseType.shell(baseType));
    } else {
      throw new RejectedException("type \"" + name.plain() + "\" does not exist", name.at());
    }
    if (!tokens.atEnd()) {
      throw tokens.unexpected("the end of the statement");
    }
    return changes.effects();
  }

  /** Rejects a name that a type has already. */
  static void requireFree(Named name, String schema, Context context) {
    if (TakenNames.type(context.objects(), schema, name.plain()).isPresent()) {
      throw new RejectedException("type \"" + name.plain() + "\" already exists", name.at());
    }
  }

  private static List<String> labels(TokenReader tokens) {
    var group = new TokenReader(tokens.group());
    var labels = new ArrayList<String>();
    while (!group.atEnd()) {
      Token at = group.next();
      if (at.type() != Token.Type.STRING) {
        group.reset(group.mark() - 1);
        throw group.unexpected("a string constant");
      }
      if (labels.contains(at.value())) {
        throw new RejectedException("enum label \"" + at.value() + "\" used more than once", at);
      }
      labels.add(at.value());
      if (!group.acceptSymbol(",") && !group.atEnd()) {
        throw group.unexpected("\",\"");
      }
    }
    return labels;
  }

  private static List<Field> fields(TokenReader tokens, Context context) {
    var group = new TokenReader(tokens.group());
    var fields = new ArrayList<Field>();
    while (!group.atEnd()) {
      Token at = group.peek().orElseThrow();
      Field field = field(group, context);
      if (fields.stream().anyMatch(other -> other.name().equals(field.name()))) {
        throw new RejectedException("column \"" + field.name() + "\" specified more than once", at);
      }
      fields.add(field);
      if (!group.acceptSymbol(",") && !group.atEnd()) {
        throw group.unexpected("\",\"");
      }
    }
    return fields;
  }

  /** Reads {@code name type [COLLATE collation]}. */
  static Field field(TokenReader tokens, Context context) {
    String name = tokens.name();
    return fieldOf(name, tokens, context);
  }

  /** Reads {@code type [COLLATE collation]} of the field {@code name}. */
  static Field fieldOf(String name, TokenReader tokens, Context context) {
    var type = Types.read(tokens, context.scope());
    var collation = ColumnCollations.read(tokens, context);
    return new Field(name, type, ColumnCollations.beside(collation, type, context));
  }

  /** {@code ALTER TYPE name …}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "type");
    Named name = Named.read(tokens);
    Optional<SchemaObject> type = Names.type(name.name(), context);
    Optional<QualifiedName> multirange = Multiranges.named(name, context);
    if (type.isEmpty() && multirange.isPresent()) {
      return Multiranges.alter(tokens, multirange.get(), context);
    }
    if (type.isEmpty()) {
      type = Names.relation(name.name(), context);
    }
    SchemaObject found = type.orElseThrow(() -> Names.unknownType(name, context));
    var changes = new Changes(context);
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, found.id(), changes);
      return changes.effects();
    }
    if (Moves.decide(tokens, found, changes)) {
      return changes.effects();
    }
    return switch (found) {
      case EnumType values -> EnumChanges.decide(tokens, values, changes);
      case BaseType base -> {
        BaseType after = BaseTypeStatements.alter(tokens, base, context);
        changes.alter(base, after);
        BaseTypeStatements.keepStorage(base, after, changes);
        yield changes.effects();
      }
      case CompositeType composite -> CompositeChanges.decide(tokens, composite, changes);
      default -> new Decision.Effects(List.of());
    };
  }
}
