package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.OperatorClass;
import dev.drift.engine.model.OperatorFamily;
import dev.drift.engine.model.OperatorFamily.Member;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.Optional;
import java.util.TreeMap;

/** {@code CREATE}, {@code ALTER} and {@code DROP OPERATOR CLASS | FAMILY} (opclasscmds.c). */
final class OperatorFamilyStatements {
  private OperatorFamilyStatements() {}

  /** {@code CREATE OPERATOR FAMILY name USING method}. */
  static Decision createFamily(TokenReader tokens, Context context) {
    tokens.expect("create", "operator", "family");
    var name = OperatorFamilyNames.read(tokens);
    var changes = new Changes(context);
    changes.create(empty(id(name, Kind.OPERATOR_FAMILY, context), name.method()));
    return changes.effects();
  }

  private static ObjectId id(OperatorFamilyNames name, Kind kind, Context context) {
    String schema = Names.creationSchema(name.name(), name.at(), context);
    ObjectId id = ObjectId.of(kind, schema, name.typed().name());
    if (context.objects().contains(id)) {
      throw Existing.taken(
          id,
          kind.words()
              + " \""
              + name.name()
              + "\" for access method \""
              + name.method()
              + "\" already exists",
          name.at(),
          context);
    }
    return id;
  }

  private static OperatorFamily empty(ObjectId id, String method) {
    return new OperatorFamily(id, method, new TreeMap<>(), new TreeMap<>());
  }

  /** {@code CREATE OPERATOR CLASS name [DEFAULT] FOR TYPE type USING method [FAMILY f] AS …}. */
  static Decision createClass(TokenReader tokens, Context context) {
    tokens.expect("create", "operator", "class");
    Named named = Named.read(tokens);
    boolean byDefault = tokens.accept("default");
    tokens.expect("for", "type");
    TypeName type = OperatorSignature.operand(tokens, context).orElseThrow();
    tokens.expect("using");
    String method = tokens.name();
    var name = new OperatorFamilyNames(named.name(), method, named.at());
    ObjectId id = id(name, Kind.OPERATOR_CLASS, context);
    Optional<OperatorFamilyNames> familyName =
        tokens.accept("family")
            ? Optional.of(new OperatorFamilyNames(Names.read(tokens), method, named.at()))
            : Optional.empty();
    tokens.expect("as");
    OperatorItems items = OperatorItems.read(tokens, context, method, Optional.of(type));
    var changes = new Changes(context);
    Optional<SchemaObject> family =
        familyName
            .map(f -> f.find(Kind.OPERATOR_FAMILY, context))
            .orElseGet(
                () ->
                    context
                        .objects()
                        .find(ObjectId.of(Kind.OPERATOR_FAMILY, id.schema(), id.name())));
    QualifiedName familyOf;
    if (family.isPresent()) {
      familyOf = new QualifiedName(family.get().id().schema(), family.get().id().name());
      changes.alter(family.get(), with((OperatorFamily) family.get(), items));
    } else if (familyName.isPresent()) {
      familyOf = Referents.object(Kind.OPERATOR_FAMILY, familyName.get().name(), context);
    } else {
      familyOf = new QualifiedName(id.schema(), id.name());
      ObjectId own = ObjectId.of(Kind.OPERATOR_FAMILY, id.schema(), id.name());
      changes.create(with(empty(own, method), items));
    }
    changes.create(
        new OperatorClass(
            id,
            method,
            OperatorFamilyNames.plain(familyOf),
            type,
            byDefault,
            items.storage().map(TypeName::plain).filter(storage -> !storage.equals(type))));
    return changes.effects();
  }

  private static OperatorFamily with(OperatorFamily family, OperatorItems items) {
    var operators = new TreeMap<String, Member>(family.operators());
    var functions = new TreeMap<String, Member>(family.functions());
    operators.putAll(items.operators());
    functions.putAll(items.functions());
    return new OperatorFamily(family.id(), family.method(), operators, functions);
  }

  /** {@code ALTER OPERATOR CLASS | FAMILY name USING method …}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter");
    Kind kind = kind(tokens);
    OperatorFamilyNames name = OperatorFamilyNames.read(tokens);
    boolean members = tokens.at("add") || tokens.at("drop");
    if (members && name.mayBeBuiltin() && name.find(kind, context).isEmpty()) {
      return new Decision.NoSchemaEffect();
    }
    SchemaObject object = name.require(kind, context);
    var changes = new Changes(context);
    if (tokens.accept("rename", "to")) {
      QualifiedName to = new QualifiedName("", Named.readGlobal(tokens).plain());
      String method = object.id().name().substring(object.id().name().lastIndexOf(' ') + 1);
      ObjectId renamed = object.id().withName(OperatorFamilyNames.typed(to, method).name());
      Renames.rename(object.id(), renamed, changes);
    } else if (object instanceof OperatorFamily family && tokens.accept("add")) {
      changes.alter(
          family,
          with(family, OperatorItems.read(tokens, context, family.method(), Optional.empty())));
    } else if (object instanceof OperatorFamily family && tokens.accept("drop")) {
      var operators = new TreeMap<String, Member>(family.operators());
      OperatorItems.places(tokens, context, "operator").forEach(operators::remove);
      var functions = new TreeMap<String, Member>(family.functions());
      OperatorItems.places(tokens, context, "function").forEach(functions::remove);
      changes.alter(family, new OperatorFamily(family.id(), family.method(), operators, functions));
    } else {
      Moves.orOwner(tokens, object, changes);
    }
    return changes.effects();
  }

  private static Kind kind(TokenReader tokens) {
    tokens.expect("operator");
    if (tokens.accept("class")) {
      return Kind.OPERATOR_CLASS;
    }
    tokens.expect("family");
    return Kind.OPERATOR_FAMILY;
  }

  static Decision drop(TokenReader tokens, Context context) {
    tokens.expect("drop");
    Kind kind = kind(tokens);
    return Drops.decide(
        tokens,
        context,
        (t, c) -> {
          var name = OperatorFamilyNames.read(t);
          return new Drops.Target(
              name.find(kind, c), new Named(name.name(), name.at()), name.message(kind));
        });
  }
}
