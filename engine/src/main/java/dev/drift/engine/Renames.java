package dev.drift.engine;

import dev.drift.engine.ddl.Context;
import dev.drift.engine.ddl.Decide;
import dev.drift.engine.ddl.Decision;
import dev.drift.engine.ddl.Session;
import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Difference;
import dev.drift.engine.event.Fold;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.EnumType;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaModel;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.plan.Rename;
import dev.drift.engine.plan.rule.Renaming;
import dev.drift.engine.source.Statement;
import dev.drift.engine.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Objects that may only have another name than intended. They are not taken for renamed without
 * being told, unless it is proved ({@link ProvedRenames}).
 */
final class Renames {
  /** Enough to be told of; more would be a list of everything. */
  private static final int MOST_PAIRS = 200;

  private final SchemaModel expected;
  private final int serverMajor;

  Renames(SchemaModel expected, int serverMajor) {
    this.expected = expected;
    this.serverMajor = serverMajor;
  }

  /**
   * {@return the renames that the user asks for}
   *
   * @param asked {@code table}, {@code table.column} or {@code schema.…} to the new name; what is
   *     not there (any more) is left out
   * @throws DriftException if one can mean several objects, or none that can be renamed
   */
  List<Rename> asked(SortedMap<String, String> asked, SchemaModel actual) {
    var renames = new ArrayList<Rename>();
    SchemaModel now = actual;
    var open = new TreeMap<>(asked);
    boolean more = true;
    while (more) { // a part may be asked for under the new name of its table
      more = false;
      for (Map.Entry<String, String> entry : List.copyOf(open.entrySet())) {
        Optional<Rename> rename = find(entry.getKey(), entry.getValue(), now);
        if (rename.isPresent()) {
          now = apply(rename.get(), now);
          renames.add(rename.get());
          open.remove(entry.getKey());
          more = true;
        }
      }
    }
    return renames;
  }

  private Optional<Rename> find(String path, String name, SchemaModel actual) {
    var found = new ArrayList<Rename>();
    for (SchemaObject object : actual.objects()) {
      ObjectId id = object.id();
      if (matches(id.path(), path)
          && Renaming.statement(new Rename(id, Optional.empty(), name)).isPresent()) {
        found.add(new Rename(id, Optional.empty(), name));
      }
      if (object instanceof EnumType type) {
        type.values().stream()
            .filter(value -> matches(id.path() + "." + value, path))
            .forEach(value -> found.add(new Rename(id, Optional.of(value), name)));
      }
    }
    List<Rename> unexpected =
        found.stream()
            .filter(rename -> rename.value().isPresent() || !expected.contains(rename.from()))
            .toList();
    if (unexpected.size() > 1) {
      throw new DriftException(
          "--rename %s=%s can mean %s and %s: write the schema too"
              .formatted(path, name, unexpected.get(0).from(), unexpected.get(1).from()));
    }
    if (unexpected.isEmpty() && !found.isEmpty()) {
      throw new DriftException(
          "--rename %s=%s: %s is intended under that name"
              .formatted(path, name, found.getFirst().from()));
    }
    return unexpected.stream().findFirst();
  }

  private static boolean matches(String path, String asked) {
    return path.equals(asked) || path.endsWith("." + asked) && path.startsWith("public.");
  }

  /** {@return {@code model} after {@code renames}, one after the other} */
  SchemaModel apply(List<Rename> renames, SchemaModel model) {
    SchemaModel after = model;
    for (Rename rename : renames) {
      after = apply(rename, after);
    }
    return after;
  }

  /** {@return {@code model} after the rename, all that names the object carried along} */
  SchemaModel apply(Rename rename, SchemaModel model) {
    String sql = Renaming.statement(rename).orElseThrow();
    var statement = new Statement("", sql, Tokenizer.tokenize(sql));
    Decision decision =
        Decide.decide(statement, new Context(model, Session.fresh(serverMajor, List.of())));
    return decision instanceof Decision.Effects effects
        ? Fold.fold(model, effects.effects().stream().map(Decision.Effect::event).toList())
        : model;
  }

  /** {@return what of {@code differences} one rename each would settle} */
  List<Rename> offered(List<Difference> differences, SchemaModel actual) {
    var offers = new ArrayList<Rename>();
    int pairs = 0;
    for (Difference gone : differences) {
      if (gone.isUnexpected() && isWhole(gone.id(), expected)) {
        for (Difference missing : differences) {
          if (missing.isMissing() && mayBeOne(gone.id(), missing.id()) && ++pairs <= MOST_PAIRS) {
            offer(gone.id(), missing.expected().orElseThrow(), actual).ifPresent(offers::add);
          }
        }
      }
      value(gone).ifPresent(offers::add);
    }
    return offers;
  }

  /** Parts of what is unexpected or missing as a whole are renamed with it. */
  private static boolean isWhole(ObjectId id, SchemaModel other) {
    return id.parent().isEmpty()
        || other.named(id.schema(), id.parent()).stream()
            .anyMatch(object -> object.id().parent().isEmpty());
  }

  private static boolean mayBeOne(ObjectId gone, ObjectId missing) {
    return gone.kind() == missing.kind()
        && gone.schema().equals(missing.schema())
        && gone.parent().equals(missing.parent());
  }

  private Optional<Rename> offer(ObjectId gone, SchemaObject missing, SchemaModel actual) {
    String name = missing.id().name().replaceFirst("\\(.*$", "");
    var rename = new Rename(gone, Optional.empty(), name);
    if (!rename.to().equals(missing.id()) || Renaming.statement(rename).isEmpty()) {
      return Optional.empty();
    }
    SchemaModel after = apply(rename, actual);
    return after.find(missing.id()).isPresent()
            && Comparison.compare(shape(missing.id(), expected), shape(missing.id(), after))
                .isEmpty()
        ? Optional.of(rename)
        : Optional.empty();
  }

  /** The object, and a table's columns. */
  static SchemaModel shape(ObjectId id, SchemaModel model) {
    var objects = new ArrayList<SchemaObject>();
    model.find(id).ifPresent(objects::add);
    if (id.kind() == Kind.TABLE) {
      model.childrenOf(id).stream().filter(Column.class::isInstance).forEach(objects::add);
    }
    return SchemaModel.of(objects);
  }

  /** One value of an enum that stands where another is intended. */
  private static Optional<Rename> value(Difference difference) {
    if (difference.isMissing()
        || difference.isUnexpected()
        || !(difference.expected().orElseThrow() instanceof EnumType wanted)
        || !(difference.actual().orElseThrow() instanceof EnumType there)
        || wanted.values().size() != there.values().size()) {
      return Optional.empty();
    }
    var renames = new ArrayList<Rename>();
    for (int i = 0; i < wanted.values().size(); i++) {
      String old = there.values().get(i);
      String now = wanted.values().get(i);
      if (!old.equals(now)) {
        renames.add(new Rename(there.id(), Optional.of(old), now));
      }
    }
    return renames.size() == 1
            && !wanted.values().contains(renames.getFirst().value().orElseThrow())
        ? Optional.of(renames.getFirst())
        : Optional.empty();
  }
}
