package dev.drift.engine.plan.rule;

import static dev.drift.engine.sql.Identifiers.literal;
import static dev.drift.engine.sql.Identifiers.quote;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.SequenceOptions;
import dev.drift.engine.plan.Action;
import dev.drift.engine.plan.Guard;
import dev.drift.engine.plan.Hazard;
import dev.drift.engine.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sequences of their own, serial columns' included. */
final class SequenceRule implements Rule<Sequence> {
  @Override
  public List<Action> create(Sequence sequence, Scene scene) {
    var actions = new ArrayList<Action>();
    actions.add(
        Action.of(
                Verb.CREATE,
                sequence.id(),
                "create " + sequence.id(),
                (sequence.unlogged() ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ")
                    + Sql.name(sequence.id())
                    + options(sequence.options()))
            .guarded(
                Guard.when("NOT (" + Shape.relationExists(sequence.id()) + ")")
                    .orElse(Shape.relationIs(sequence.id(), "S"))));
    if (sequence.ownedBy().isPresent()) {
      actions.add(own(sequence));
      advance(sequence.id(), sequence.ownedBy().get(), scene).ifPresent(actions::add);
    }
    return actions;
  }

  @Override
  public List<Action> drop(Sequence sequence, Scene scene) {
    return List.of(
        Action.of(
                Verb.DROP,
                sequence.id(),
                "drop " + sequence.id(),
                "DROP SEQUENCE " + Sql.name(sequence.id()))
            .when(
                Shape.relationIs(sequence.id(), "S")
                    + "\n"
                    + "   AND NOT EXISTS (SELECT FROM pg_depend WHERE classid ="
                    + " 'pg_class'::regclass AND objid = "
                    + Shape.relation(sequence.id().schema(), sequence.id().name())
                    + " AND deptype = 'i')"));
  }

  @Override
  public Change change(Sequence before, Sequence after, Set<String> attributes, Scene scene) {
    var actions = new ArrayList<Action>();
    if (attributes.contains("options")) {
      actions.add(
          Action.of(
                  Verb.ALTER,
                  after.id(),
                  "change " + after.id(),
                  alter(after.id(), allOptions(after.options()), after.options()))
              .guarded(
                  Guard.when(has(after.id(), before.options()))
                      .orElse(has(after.id(), after.options()))));
    }
    if (attributes.contains("unlogged") && scene.major() >= 15) {
      actions.add(persist(Verb.ALTER, after));
    }
    if (attributes.contains("ownedBy")) {
      actions.add(own(after));
    }
    return new Change.InPlace(actions);
  }

  /** {@return making it logged or unlogged, as it is to be} */
  static Action persist(Verb verb, Sequence sequence) {
    return Action.of(
            verb,
            sequence.id(),
            "make " + sequence.id() + (sequence.unlogged() ? " unlogged" : " logged"),
            "ALTER SEQUENCE "
                + Sql.name(sequence.id())
                + (sequence.unlogged() ? " SET UNLOGGED" : " SET LOGGED"))
        .when(
            Shape.relationHas(
                sequence.id(), "c.relpersistence = '" + (sequence.unlogged() ? 'p' : 'u') + "'"));
  }

  /** {@return ALTER SEQUENCE that begins anew where the last value is out of the new bounds} */
  static String alter(ObjectId sequence, String clauses, SequenceOptions options) {
    String alter = "ALTER SEQUENCE " + Sql.name(sequence) + clauses;
    return "IF (SELECT last_value BETWEEN "
        + options.min()
        + " AND "
        + options.max()
        + " FROM "
        + Sql.name(sequence)
        + ") THEN\n      "
        + alter
        + ";\n    ELSE\n      "
        + alter
        + " RESTART;\n    END IF";
  }

  private static Action own(Sequence sequence) {
    String owner =
        sequence
            .ownedBy()
            .map(column -> Sql.owner(column) + "." + quote(column.name()))
            .orElse("NONE");
    String depends =
        "EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = "
            + Shape.relation(sequence.id().schema(), sequence.id().name())
            + " AND d.deptype = 'a' AND d.refclassid = 'pg_class'::regclass";
    String owned =
        sequence
            .ownedBy()
            .map(
                column ->
                    depends
                        + " AND d.refobjid = "
                        + Shape.owner(column)
                        + " AND d.refobjsubid = (SELECT attnum FROM pg_attribute WHERE attrelid = "
                        + Shape.owner(column)
                        + " AND attname = "
                        + literal(column.name())
                        + "))")
            .orElse("NOT " + depends + ")");
    return Action.of(
            Verb.FINISH,
            sequence.id(),
            "make " + sequence.id() + " owned by " + (owner.equals("NONE") ? "nothing" : owner),
            "ALTER SEQUENCE " + Sql.name(sequence.id()) + " OWNED BY " + owner)
        .when("NOT (" + owned + ")");
  }

  /** {@return setting a new sequence past the values its column already has} */
  static Optional<Action> advance(ObjectId sequence, ObjectId column, Scene scene) {
    if (scene.isOwnerFresh(column) || scene.fresh().contains(column)) {
      return Optional.empty();
    }
    String values = "SELECT max(" + quote(column.name()) + ") FROM " + Sql.owner(column);
    return Optional.of(
        Action.of(
                Verb.FINISH,
                sequence,
                "set " + sequence.withName(sequence.name()) + " past the values in use",
                "PERFORM setval(" + literal(Sql.name(sequence)) + ", (" + values + ")::bigint)")
            .when(
                "("
                    + values
                    + ") >= (SELECT CASE WHEN is_called THEN last_value + 1 ELSE last_value END"
                    + " FROM "
                    + Sql.name(sequence)
                    + ")")
            .hazard(Hazard.SCANS_TABLE));
  }

  /** {@return the clauses that differ from what CREATE SEQUENCE assumes, each after a space} */
  static String options(SequenceOptions options) {
    var sql = new StringBuilder();
    SequenceOptions usual = usual(options);
    if (!options.type().isBuiltin("bigint")) {
      sql.append(" AS ").append(Types.sql(options.type()));
    }
    if (options.increment() != 1) {
      sql.append(" INCREMENT BY ").append(options.increment());
    }
    if (options.min() != usual.min()) {
      sql.append(" MINVALUE ").append(options.min());
    }
    if (options.max() != usual.max()) {
      sql.append(" MAXVALUE ").append(options.max());
    }
    if (options.start() != (options.increment() > 0 ? options.min() : options.max())) {
      sql.append(" START WITH ").append(options.start());
    }
    if (options.cache() != 1) {
      sql.append(" CACHE ").append(options.cache());
    }
    return sql.append(options.cycle() ? " CYCLE" : "").toString();
  }

  private static SequenceOptions usual(SequenceOptions options) {
    SequenceOptions up = SequenceOptions.ascending(options.type());
    return options.increment() > 0
        ? up
        : new SequenceOptions(options.type(), -1, -1, -up.max() - 1, -1, 1, false);
  }

  /** {@return every clause, each after a space} */
  static String allOptions(SequenceOptions options) {
    return " AS "
        + Types.sql(options.type())
        + " INCREMENT BY "
        + options.increment()
        + " MINVALUE "
        + options.min()
        + " MAXVALUE "
        + options.max()
        + " START WITH "
        + options.start()
        + " CACHE "
        + options.cache()
        + (options.cycle() ? " CYCLE" : " NO CYCLE");
  }

  /** {@return that the sequence generates just that} */
  static String has(ObjectId sequence, SequenceOptions options) {
    return "EXISTS (SELECT FROM pg_sequence s WHERE s.seqrelid = "
        + Shape.relation(sequence.schema(), sequence.name())
        + " AND (format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,"
        + " s.seqcache, s.seqcycle) = ("
        + literal(Types.sql(options.type()))
        + ", "
        + options.start()
        + ", "
        + options.increment()
        + ", "
        + options.min()
        + ", "
        + options.max()
        + ", "
        + options.cache()
        + ", "
        + options.cycle()
        + "))";
  }
}
