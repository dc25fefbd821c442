package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Schema;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code CREATE SCHEMA} with its elements, {@code ALTER SCHEMA} (schemacmds.c). */
final class SchemaStatements {
  private static final List<String> KINDS =
      List.of("sequence", "table", "view", "index", "trigger", "grant");

  private SchemaStatements() {}

  /** {@code CREATE SCHEMA [IF NOT EXISTS] [name] [AUTHORIZATION role] [element …]}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "schema");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Token at = tokens.peek().orElseThrow(() -> tokens.unexpected("a name"));
    Optional<String> name =
        tokens.at("authorization") ? Optional.empty() : Optional.of(tokens.name());
    Optional<String> owner =
        tokens.accept("authorization")
            ? Optional.of(RoleNames.read(tokens, context.session()))
            : Optional.empty();
    String schema = name.or(() -> owner).orElseThrow(() -> tokens.unexpected("a name"));
    if (Names.schemaExists(schema, context)) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw new RejectedException("schema \"" + schema + "\" already exists", at);
    }
    if (schema.startsWith("pg_")) {
      throw new RejectedException("unacceptable schema name \"" + schema + "\"", at);
    }
    Context asOwner = owner.map(role -> context.with(as(role, context))).orElse(context);
    var changes = new Changes(asOwner);
    changes.create(new Schema(ObjectId.global(Kind.SCHEMA, schema)));
    return elements(tokens, schema, asOwner, changes);
  }

  private static Session as(String role, Context context) {
    Session session = context.session();
    return role.equals(session.currentRole()) ? session : session.withRole(role);
  }

  /** Decides the CREATE and GRANT statements that follow, with the new schema first in the path. */
  private static Decision elements(
      TokenReader tokens, String schema, Context context, Changes changes) {
    var path = new ArrayList<String>();
    path.add(schema);
    path.addAll(context.session().searchPath());
    Session session = context.session().withSearchPath(path);
    for (List<Token> element : ordered(split(tokens))) {
      changes.at(Optional.of(element.get(0)));
      Decision decision =
          Decide.decide(
              element,
              new Context(changes.objects(), session, context.doubt(), context.contents()));
      switch (decision) {
        case Decision.Effects effects -> changes.addAll(effects.effects());
        case Decision.NoSchemaEffect none -> {}
        case Decision.Rejected rejected -> {
          return rejected;
        }
        case Decision.Unparsed unparsed -> {
          return unparsed;
        }
        case Decision.Opaque opaque -> {
          changes.addAll(opaque.effects());
          return new Decision.Opaque(opaque.reason(), opaque.touched(), changes.list());
        }
      }
    }
    return changes.effects();
  }

  /** The elements in the order in which they are made (parse_utilcmd.c). */
  private static List<List<Token>> ordered(List<List<Token>> elements) {
    return elements.stream().sorted(Comparator.comparingInt(SchemaStatements::turn)).toList();
  }

  private static int turn(List<Token> element) {
    return element.stream()
        .map(Token::value)
        .map(KINDS::indexOf)
        .filter(turn -> turn >= 0)
        .findFirst()
        .orElse(0);
  }

  private static List<List<Token>> split(TokenReader tokens) {
    List<Token> rest = tokens.rest();
    var elements = new ArrayList<List<Token>>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < rest.size(); i++) {
      Token token = rest.get(i);
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      } else if (depth == 0 && i > start && (token.is("create") || token.is("grant"))) {
        elements.add(rest.subList(start, i));
        start = i;
      }
    }
    if (start < rest.size()) {
      elements.add(rest.subList(start, rest.size()));
    }
    return elements;
  }

  /** {@code ALTER SCHEMA name RENAME TO new_name | OWNER TO role}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "schema");
    Named schema = Named.readGlobal(tokens);
    ObjectId id = ObjectId.global(Kind.SCHEMA, schema.plain());
    Names.requireSchema(schema.plain(), schema.at(), context);
    if (tokens.accept("owner", "to")) {
      var changes = new Changes(context);
      Ownership.change(tokens, id, changes);
      return changes.effects();
    }
    tokens.expect("rename", "to");
    Named to = Named.readGlobal(tokens);
    if (Names.schemaExists(to.plain(), context)) {
      throw new RejectedException("schema \"" + to.plain() + "\" already exists", to.at());
    }
    var changes = new Changes(context);
    Renames.rename(id, ObjectId.global(Kind.SCHEMA, to.plain()), changes);
    return changes.effects();
  }
}
