package dev.drift.engine.ddl;

import dev.drift.engine.canon.Expressions;
import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Expression;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.QualifiedName;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Trigger;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code CREATE [OR REPLACE] [CONSTRAINT] TRIGGER} (trigger.c). */
final class TriggerStatements {
  private final TokenReader tokens;
  private final Context context;
  private final SortedSet<String> events = new TreeSet<>();
  private final SequencedSet<String> columns = new LinkedHashSet<>();
  private Deferral deferral = Deferral.NOT_DEFERRABLE;
  private Optional<ObjectId> referenced = Optional.empty();
  private Optional<String> oldTable = Optional.empty();
  private Optional<String> newTable = Optional.empty();
  private boolean forEachRow;

  private TriggerStatements(TokenReader tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
  }

  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create");
    boolean replace = tokens.accept("or", "replace");
    boolean constraint = tokens.accept("constraint");
    tokens.expect("trigger");
    Named name = Named.readGlobal(tokens);
    Trigger trigger = new TriggerStatements(tokens, context).read(name, constraint);
    var changes = new Changes(context);
    Optional<SchemaObject> existing = changes.objects().find(trigger.id());
    if (existing.isPresent() && !replace) {
      throw new RejectedException(
          "trigger \""
              + name.plain()
              + "\" for relation \""
              + trigger.id().parent()
              + "\" already exists",
          name.at());
    }
    existing.ifPresentOrElse(
        before -> changes.alter(before, trigger), () -> changes.create(trigger));
    if (trigger.forEachRow()) {
      new PartitionParts(changes).spread(Rewriter.owner(trigger.id()), trigger);
    }
    return changes.effects();
  }

  private Trigger read(Named name, boolean constraint) {
    String timing = timing();
    do {
      event();
    } while (tokens.accept("or"));
    tokens.expect("on");
    Named table = Named.read(tokens);
    SchemaObject relation = Names.requireRelation(table.name(), table.at(), context);
    while (!tokens.at("when") && !tokens.at("execute")) {
      clause();
    }
    Optional<Expression> condition =
        tokens.accept("when")
            ? Optional.of(
                Expressions.read(
                    WholeRows.expand(
                        tokens.group(), WholeRows.columns(relation.id(), context.objects())),
                    context.scope(),
                    Optional.of(relation.id())))
            : Optional.empty();
    tokens.expect("execute");
    if (!tokens.accept("function")) {
      tokens.expect("procedure");
    }
    QualifiedName function = function(Named.read(tokens), context);
    return new Trigger(
        relation.id().child(Kind.TRIGGER, name.plain()),
        timing,
        events,
        columns,
        forEachRow,
        constraint,
        deferral,
        referenced,
        oldTable,
        newTable,
        condition,
        function,
        arguments(),
        Trigger.Enabled.ORIGIN);
  }

  private String timing() {
    if (tokens.accept("before")) {
      return "before";
    }
    if (tokens.accept("instead", "of")) {
      return "instead of";
    }
    tokens.expect("after");
    return "after";
  }

  private void event() {
    if (!tokens.at("insert")
        && !tokens.at("update")
        && !tokens.at("delete")
        && !tokens.at("truncate")) {
      throw tokens.unexpected("INSERT, UPDATE, DELETE or TRUNCATE");
    }
    events.add(tokens.name());
    if (tokens.accept("of")) {
      do {
        columns.add(tokens.name());
      } while (tokens.acceptSymbol(","));
    }
  }

  private void clause() {
    if (tokens.accept("from")) {
      Named other = Named.read(tokens);
      referenced = Optional.of(Names.requireRelation(other.name(), other.at(), context).id());
    } else if (tokens.accept("not", "deferrable") || tokens.accept("initially", "immediate")) {
      return;
    } else if (tokens.accept("deferrable")) {
      deferral = deferral == Deferral.NOT_DEFERRABLE ? Deferral.DEFERRABLE : deferral;
    } else if (tokens.accept("initially", "deferred")) {
      deferral = Deferral.INITIALLY_DEFERRED;
    } else if (tokens.accept("referencing")) {
      while (tokens.at("old") || tokens.at("new")) {
        transitionTable();
      }
    } else {
      tokens.expect("for");
      tokens.accept("each");
      forEachRow = tokens.accept("row");
      if (!forEachRow) {
        tokens.expect("statement");
      }
    }
  }

  private void transitionTable() {
    boolean old = tokens.accept("old");
    if (!old) {
      tokens.expect("new");
    }
    if (!tokens.accept("table")) {
      tokens.expect("row");
    }
    tokens.accept("as");
    if (old) {
      oldTable = Optional.of(tokens.name());
    } else {
      newTable = Optional.of(tokens.name());
    }
  }

  /** A function that is not in the model may be a built-in or an extension's. */
  static QualifiedName function(Named name, Context context) {
    List<SchemaObject> found = Names.routines(name.name(), context);
    if (!found.isEmpty()) {
      return new QualifiedName(found.get(0).id().schema(), name.plain());
    }
    if (TriggerFunctions.BUILT_IN.contains(name.plain())) {
      return new QualifiedName("pg_catalog", name.plain());
    }
    boolean extensions =
        context.objects().ofKind(Kind.EXTENSION).stream()
            .anyMatch(extension -> !TriggerFunctions.WITHOUT.contains(extension.id().name()));
    if (!extensions) {
      RuntimeException unknown =
          Names.unknown(
              name.name(), "function " + name.name() + "() does not exist", name.at(), context);
      if (unknown instanceof RejectedException) {
        throw unknown;
      }
    }
    return new QualifiedName("", name.plain());
  }

  private List<String> arguments() {
    var group = new TokenReader(tokens.group());
    var arguments = new ArrayList<String>();
    while (!group.atEnd()) {
      Token token = group.next();
      arguments.add(
          token.type() == Token.Type.OPERATOR ? token.text() + group.next().text() : token.value());
      if (!group.acceptSymbol(",") && !group.atEnd()) {
        throw group.unexpected("\",\"");
      }
    }
    return arguments;
  }
}
