package dev.drift.engine.ddl;

import dev.drift.engine.model.ForeignDataWrapper;
import dev.drift.engine.model.ForeignServer;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Foreign-data wrappers and servers; IMPORT FOREIGN SCHEMA (foreigncmds.c). */
final class ForeignStatements {
  private ForeignStatements() {}

  /** {@code CREATE FOREIGN DATA WRAPPER name [HANDLER f] [VALIDATOR f] [OPTIONS (…)]}. */
  static Decision createWrapper(TokenReader tokens, Context context) {
    tokens.expect("create", "foreign", "data", "wrapper");
    Named name = Named.readGlobal(tokens);
    ObjectId id = GlobalObjects.requireFree(name, Kind.FOREIGN_DATA_WRAPPER, context);
    var none =
        new ForeignDataWrapper(
            id, Optional.empty(), Optional.empty(), new java.util.TreeMap<String, String>());
    var changes = new Changes(context);
    changes.create(wrapper(tokens, none, context));
    return changes.effects();
  }

  /** {@code ALTER FOREIGN DATA WRAPPER name [HANDLER f] [VALIDATOR f] [OPTIONS (…)] | RENAME …}. */
  static Decision alterWrapper(TokenReader tokens, Context context) {
    tokens.expect("alter", "foreign", "data", "wrapper");
    Named name = Named.readGlobal(tokens);
    var changes = new Changes(context);
    Optional<ForeignDataWrapper> found =
        context
            .objects()
            .find(
                ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, name.plain()), ForeignDataWrapper.class);
    if (found.isEmpty() && mayBeOfExtension(context)) {
      tokens.rest();
      return changes.effects();
    }
    ForeignDataWrapper before =
        GlobalObjects.require(name, Kind.FOREIGN_DATA_WRAPPER, ForeignDataWrapper.class, context);
    if (!GlobalObjects.renameOrOwner(tokens, before, changes)) {
      changes.alter(before, wrapper(tokens, before, context));
    }
    return changes.effects();
  }

  private static ForeignDataWrapper wrapper(
      TokenReader tokens, ForeignDataWrapper before, Context context) {
    Optional<QualifiedName> handler = before.handler();
    Optional<QualifiedName> validator = before.validator();
    SortedMap<String, String> options = before.options();
    while (!tokens.atEnd()) {
      if (tokens.accept("no", "handler")) {
        handler = Optional.empty();
      } else if (tokens.accept("no", "validator")) {
        validator = Optional.empty();
      } else if (tokens.accept("handler")) {
        handler = Optional.of(function(tokens, context));
      } else if (tokens.accept("validator")) {
        validator = Optional.of(function(tokens, context));
      } else if (tokens.at("options")) {
        options = ForeignOptions.read(tokens, options);
      } else {
        throw tokens.unexpected("HANDLER, VALIDATOR or OPTIONS");
      }
    }
    return new ForeignDataWrapper(before.id(), handler, validator, options);
  }

  private static QualifiedName function(TokenReader tokens, Context context) {
    Named name = Named.read(tokens);
    List<SchemaObject> found = Names.routines(name.name(), context);
    if (!found.isEmpty()) {
      return new QualifiedName(found.getFirst().id().schema(), name.plain());
    }
    return name.plain().equals("postgresql_fdw_validator")
        ? new QualifiedName("pg_catalog", name.plain())
        : new QualifiedName("", name.plain());
  }

  /**
   * {@code CREATE SERVER [IF NOT EXISTS] name [TYPE t] [VERSION v] FOREIGN DATA WRAPPER w
   * [OPTIONS]}.
   */
  static Decision createServer(TokenReader tokens, Context context) {
    tokens.expect("create", "server");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Named name = Named.readGlobal(tokens);
    if (ifNotExists && context.objects().contains(ObjectId.global(Kind.SERVER, name.plain()))) {
      return new Decision.Effects(List.of());
    }
    ObjectId id = GlobalObjects.requireFree(name, Kind.SERVER, context);
    Optional<String> type = tokens.accept("type") ? Optional.of(tokens.string()) : Optional.empty();
    Optional<String> version = tokens.accept("version") ? version(tokens) : Optional.empty();
    tokens.expect("foreign", "data", "wrapper");
    Named wrapper = Named.readGlobal(tokens);
    requireWrapper(wrapper, context);
    var changes = new Changes(context);
    changes.create(
        new ForeignServer(id, wrapper.plain(), type, version, ForeignOptions.read(tokens)));
    return changes.effects();
  }

  private static void requireWrapper(Named wrapper, Context context) {
    boolean known =
        context.objects().contains(ObjectId.global(Kind.FOREIGN_DATA_WRAPPER, wrapper.plain()));
    if (!known && !mayBeOfExtension(context)) {
      throw Names.unknown(
          wrapper.name(),
          "foreign-data wrapper \"" + wrapper.plain() + "\" does not exist",
          wrapper.at(),
          context);
    }
  }

  private static boolean mayBeOfExtension(Context context) {
    return !context.objects().ofKind(Kind.EXTENSION).isEmpty();
  }

  private static Optional<String> version(TokenReader tokens) {
    return tokens.accept("null") ? Optional.empty() : Optional.of(tokens.string());
  }

  /** {@code ALTER SERVER name [VERSION v] [OPTIONS (…)] | RENAME TO … | OWNER TO …}. */
  static Decision alterServer(TokenReader tokens, Context context) {
    tokens.expect("alter", "server");
    Named name = Named.readGlobal(tokens);
    var before = GlobalObjects.require(name, Kind.SERVER, ForeignServer.class, context);
    var changes = new Changes(context);
    if (!GlobalObjects.renameOrOwner(tokens, before, changes)) {
      Optional<String> version = tokens.accept("version") ? version(tokens) : before.version();
      changes.alter(
          before,
          new ForeignServer(
              before.id(),
              before.wrapper(),
              before.type(),
              version,
              ForeignOptions.read(tokens, before.options())));
    }
    return changes.effects();
  }

  /** {@code IMPORT FOREIGN SCHEMA s [LIMIT TO (…) | EXCEPT (…)] FROM SERVER f INTO schema}. */
  static Decision importSchema(TokenReader tokens, Context context) {
    tokens.expect("import", "foreign", "schema");
    tokens.name();
    var names = new TreeSet<String>();
    if (tokens.accept("limit", "to")) {
      names.addAll(ViewQuery.names(tokens.group()));
    } else {
      names.add("*");
      if (tokens.accept("except")) {
        tokens.group();
      }
    }
    tokens.expect("from", "server");
    tokens.name();
    tokens.expect("into");
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a schema"));
    String schema = tokens.name();
    Names.requireSchema(schema, at, context);
    var touched = new TreeSet<ObjectId>();
    names.forEach(name -> touched.add(ObjectId.of(Kind.FOREIGN_TABLE, schema, name)));
    throw new OpaqueException("imports what a foreign server has", touched);
  }
}
