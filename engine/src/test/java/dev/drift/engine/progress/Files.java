package dev.drift.engine.progress;

import dev.drift.engine.catalog.History;
import dev.drift.engine.catalog.History.Counting;
import dev.drift.engine.catalog.History.Entry;
import dev.drift.engine.catalog.History.Late;
import dev.drift.engine.catalog.History.State;
import dev.drift.engine.ddl.Replay;
import dev.drift.engine.ddl.Replayed;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.event.Fold;
import dev.drift.engine.model.Draft;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.source.Migration;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Migrations {@code 1}, {@code 2}, … of statements that semicolons separate. */
record Files(List<Migration> migrations, Replayed replayed) {
  private static final Session SESSION = Session.fresh(17, Session.SERVER_PATH);

  static Files of(String... scripts) {
    var migrations = new ArrayList<Migration>();
    for (int i = 0; i < scripts.length; i++) {
      migrations.add(migration("" + (i + 1), scripts[i]));
    }
    return new Files(migrations, Replay.replay(migrations, SESSION));
  }

  private static Migration migration(String version, String sql) {
    var statements = new ArrayList<Statement>();
    var tokens = new ArrayList<Token>();
    String file = version + ".sql";
    for (Token token : Tokenizer.tokenize(sql + ";")) {
      if (!token.isSymbol(";")) {
        tokens.add(token);
      } else if (!tokens.isEmpty()) {
        String text = sql.substring(tokens.get(0).offset(), tokens.get(tokens.size() - 1).end());
        statements.add(new Statement(file, text, tokens));
        tokens.clear();
      }
    }
    return new Migration(version, "name", file, "sum" + version, true, statements);
  }

  /** {@return the schema after so many statements} */
  SchemaModel after(int statements) {
    var draft = new Draft(Replay.EMPTY_DATABASE);
    replayed
        .outcomes()
        .subList(0, statements)
        .forEach(outcome -> outcome.events().forEach(each -> Fold.apply(draft, each.event())));
    return draft.toModel();
  }

  /** {@return the schema that other statements make} */
  static SchemaModel schema(String sql) {
    return Replay.replay(List.of(migration("0", sql)), SESSION).model();
  }

  /** {@return how far a database without a record is} */
  Status status(SchemaModel actual) {
    return Status.of(Progress.of(migrations, Optional.empty()), replayed, actual);
  }

  /** {@return how far a database is in which these versions are recorded} */
  Status status(SchemaModel actual, Late late, String... recorded) {
    List<Entry> entries =
        Stream.of(recorded)
            .map(version -> new Entry(version, Optional.of("sum" + version), State.APPLIED))
            .toList();
    return status(actual, new History("plain", "history", Counting.EACH, late, true, entries));
  }

  Status status(SchemaModel actual, History history) {
    return Status.of(Progress.of(migrations, Optional.of(history)), replayed, actual);
  }
}
