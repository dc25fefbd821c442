package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.TokenReader;
import java.util.List;

/** {@code CREATE [UNLOGGED] SEQUENCE [IF NOT EXISTS] name options}. */
final class CreateSequence implements StatementReader {
  @Override
  public Decision decide(TokenReader tokens, Context context) {
    tokens.expect("create");
    if (tokens.accept("temporary") || tokens.accept("temp")) {
      return new Decision.NoSchemaEffect();
    }
    boolean unlogged = tokens.accept("unlogged");
    tokens.expect("sequence");
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    Named name = Named.read(tokens);
    String schema = name.creationSchema(context);
    if (TakenNames.relation(context.objects(), schema, name.plain())) {
      if (ifNotExists) {
        return new Decision.Effects(List.of());
      }
      throw Existing.relation(schema, name.plain(), name.at(), context);
    }
    SequenceClauses clauses = SequenceClauses.read(tokens, context);
    if (!tokens.atEnd()) {
      throw tokens.unexpected("an option of the sequence");
    }
    var changes = new Changes(context);
    changes.create(
        new Sequence(
            ObjectId.of(Kind.SEQUENCE, schema, name.plain()),
            clauses.create(TypeName.builtin("bigint")),
            clauses.owner().flatMap(owner -> AlterSequence.owner(owner, context)),
            unlogged));
    return changes.decision();
  }
}
