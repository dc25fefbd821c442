package dev.drift.engine;

import dev.drift.engine.ddl.Decision;
import dev.drift.engine.ddl.Outcome;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.diff.Unsettled;
import dev.drift.engine.model.Comment;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Owner;
import dev.drift.engine.model.Privileges;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Refusal;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in the database and seems not to be intended, while a statement names it that would fail,
 * or is not understood, or may do anything: dropping it would be a guess.
 */
final class Doubts {
  private record Statements(Statement statement, String why, Set<String> names) {}

  private final List<Statements> unknown = new ArrayList<>();
  private final Unsettled opaque;
  private final Map<ObjectId, Refusal> refusals = new TreeMap<>();

  private Doubts(Expectation expectation) {
    this.opaque = new Unsettled(expectation.replayed().opaque());
    for (Outcome outcome : expectation.replayed().outcomes()) {
      why(outcome.decision())
          .ifPresent(
              why -> {
                Statement statement =
                    expectation
                        .migrations()
                        .get(outcome.migration())
                        .statements()
                        .get(outcome.statement());
                if (!statement.tokens().getFirst().is("drop")) {
                  unknown.add(new Statements(statement, why, names(statement)));
                }
              });
    }
  }

  /** {@return what of {@code differences} is not to be dropped, with the reasons} */
  static Map<ObjectId, Refusal> among(List<Difference> differences, Expectation expectation) {
    var doubts = new Doubts(expectation);
    for (Difference difference : differences) {
      if (difference.isUnexpected()) {
        doubts.consider(difference.actual().orElseThrow());
      }
    }
    return doubts.refusals;
  }

  private static Optional<String> why(Decision decision) {
    return switch (decision) {
      case Decision.Rejected rejected -> Optional.of("would fail");
      case Decision.Unparsed unparsed -> Optional.of("is not understood");
      case Decision.Opaque opaque -> Optional.empty();
      case Decision.Effects effects -> Optional.empty();
      case Decision.NoSchemaEffect none -> Optional.empty();
    };
  }

  private static Set<String> names(Statement statement) {
    return statement.tokens().stream()
        .filter(Token::isName)
        .map(Token::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void consider(SchemaObject object) {
    ObjectId id =
        switch (object) {
          case Comment comment -> comment.target();
          case Owner owner -> owner.target();
          case Privileges privileges -> privileges.target();
          default -> object.id();
        };
    Optional<String> reason =
        unknown.stream()
            .filter(statement -> isNamed(id, statement.names()))
            .findFirst()
            .map(
                statement ->
                    "%s:%d names it and %s"
                        .formatted(
                            statement.statement().file(),
                            statement.statement().line(),
                            statement.why()));
    if (reason.isEmpty() && opaque.contains(id)) {
      reason = Optional.of("a statement whose effect is not known may have made it");
    }
    reason.ifPresent(
        words ->
            refusals.put(
                object.id(),
                new Refusal(
                    object.id(),
                    "drop " + object.id(),
                    "It does not seem to be intended, but " + words + ".",
                    "")));
  }

  /** Whether a statement could have made it: it has its name, and that of what it belongs to. */
  private static boolean isNamed(ObjectId id, Set<String> names) {
    String name = id.name().replaceFirst("\\(.*$", "");
    boolean column = id.kind() == Kind.COLUMN;
    return id.parent().isEmpty()
        ? names.contains(name)
        : names.contains(id.parent()) && (!column || names.contains(name));
  }
}
