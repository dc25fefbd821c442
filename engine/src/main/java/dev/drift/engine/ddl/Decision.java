package dev.drift.engine.ddl;

import dev.drift.engine.event.SchemaEvent;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Sorted;
import dev.drift.engine.sql.Token;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What a statement means to the schema at the point where it runs. */
public sealed interface Decision {

  /**
   * It changes the schema so; no events if it is understood to change nothing (IF EXISTS, …).
   *
   * @param settings the statements within code that set something for the session
   * @param elsewhere what it may have touched in a database whose tables hold other rows
   */
  record Effects(List<Effect> effects, List<List<Token>> settings, SortedSet<ObjectId> elsewhere)
      implements Decision {
    public Effects {
      effects = List.copyOf(effects);
      settings = List.copyOf(settings);
      elsewhere = Sorted.copyOf(elsewhere);
    }

    Effects(List<Effect> effects) {
      this(effects, List.of(), Collections.emptySortedSet());
    }
  }

  /** One event and the clause that causes it, where it is finer than the statement. */
  record Effect(SchemaEvent event, Optional<Token> clause) {}

  /** PostgreSQL would refuse it: {@code message} is what the server would say. */
  record Rejected(String message, Optional<Token> at) implements Decision {}

  /**
   * Valid, but what it does cannot be known without running it.
   *
   * @param reason why, in a few words: "dynamic SQL"
   * @param touched what it may have created, changed or dropped, as far as it can be bounded
   * @param effects what is known of it nevertheless
   * @param settings the statements within code that set something for the session
   */
  record Opaque(
      String reason, SortedSet<ObjectId> touched, List<Effect> effects, List<List<Token>> settings)
      implements Decision {
    public Opaque {
      touched = Sorted.copyOf(touched);
      effects = List.copyOf(effects);
      settings = List.copyOf(settings);
    }

    Opaque(String reason, SortedSet<ObjectId> touched, List<Effect> effects) {
      this(reason, touched, effects, List.of());
    }
  }

  /** Not understood. */
  record Unparsed(String message, Optional<Token> at) implements Decision {}

  /** It only concerns data, sessions or transactions. */
  record NoSchemaEffect() implements Decision {}
}
