package dev.drift.engine.ddl;

import dev.drift.engine.canon.Types;
import dev.drift.engine.model.Column;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.SchemaObject;
import dev.drift.engine.model.Sequence;
import dev.drift.engine.model.Table;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The actions of ALTER TABLE that set something of the table as a whole. */
final class TableSettings {
  private final TokenReader tokens;
  private final Table table;
  private final boolean only;
  private final Changes changes;

  private TableSettings(TokenReader tokens, Table table, boolean only, Changes changes) {
    this.tokens = tokens;
    this.table = table;
    this.only = only;
    this.changes = changes;
  }

  static void decide(TokenReader tokens, ObjectId id, boolean only, Changes changes) {
    Optional<Table> table = changes.objects().find(id, Table.class);
    var settings = new TableSettings(tokens, table.orElseThrow(), only, changes);
    boolean decided =
        settings.rowSecurity()
            || settings.triggersAndRules()
            || settings.inheritance()
            || settings.set()
            || settings.rest();
    if (!decided) {
      throw tokens.unexpected("an action of ALTER TABLE");
    }
  }

  private boolean rowSecurity() {
    if (tokens.accept("enable", "row", "level", "security")) {
      edit(edit -> edit.rowSecurity = true);
    } else if (tokens.accept("disable", "row", "level", "security")) {
      edit(edit -> edit.rowSecurity = false);
    } else if (tokens.accept("force", "row", "level", "security")) {
      edit(edit -> edit.forceRowSecurity = true);
    } else if (tokens.accept("no", "force", "row", "level", "security")) {
      edit(edit -> edit.forceRowSecurity = false);
    } else {
      return false;
    }
    return true;
  }

  private boolean triggersAndRules() {
    if (!tokens.at("enable") && !tokens.at("disable")) {
      return false;
    }
    new TriggerStates(table.id(), only, changes).decide(tokens);
    return true;
  }

  private boolean inheritance() {
    if (tokens.accept("inherit")) {
      Named named = Named.read(tokens);
      SchemaObject parent = Names.requireRelation(named.name(), named.at(), changes.context());
      Lineage.requireNew(table, parent.id(), named.at());
      Lineage.requireNoCircle(table.id(), parent.id(), named.at(), changes.objects());
      NotNulls.requireAsIn(parent.id(), table.id(), named.at(), changes);
      edit(
          edit -> {
            var parents = new ArrayList<>(table.inherits());
            parents.add(parent.id());
            edit.inherits = parents;
          });
      Table joined = changes.objects().find(table.id(), Table.class).orElseThrow();
      changes.alter(joined, InheritedChecks.joined(joined, changes.objects()));
    } else if (tokens.accept("no", "inherit")) {
      SchemaObject parent = parent();
      List<SchemaObject> inherited = AllParts.inherited(table, changes.objects());
      edit(
          edit -> {
            var parents = new ArrayList<>(table.inherits());
            parents.remove(parent.id());
            edit.inherits = parents;
          });
      keepColumns(parent.id());
      InheritedChecks.keep(table, inherited, changes);
    } else if (tokens.accept("of")) {
      var type = Types.read(tokens, changes.context().scope());
      edit(edit -> edit.ofType = Optional.of(type));
    } else if (tokens.accept("not", "of")) {
      edit(edit -> edit.ofType = Optional.empty());
    } else {
      return false;
    }
    return true;
  }

  private SchemaObject parent() {
    Named name = Named.read(tokens);
    return Names.requireRelation(name.name(), name.at(), changes.context());
  }

  /** What no parent has any more is the table's own. */
  private void keepColumns(ObjectId parent) {
    List<ObjectId> left = table.inherits().stream().filter(id -> !id.equals(parent)).toList();
    for (Column column : TableColumns.of(changes.objects(), table.id())) {
      String name = column.id().name();
      if (left.stream().noneMatch(id -> changes.objects().contains(ObjectId.column(id, name)))) {
        changes.alter(column, ColumnEdit.of(column, edit -> edit.inherited = false));
      }
    }
    for (Column column : TableColumns.of(changes.objects(), table.id())) {
      new NotNullLoss(table.id(), false, changes).ownUp(column);
    }
  }

  private boolean set() {
    if (tokens.accept("reset")) {
      var options = new TreeMap<>(table.options());
      StorageParameters.readNames(tokens).forEach(options::remove);
      edit(edit -> edit.options = options);
      return true;
    }
    if (!tokens.accept("set")) {
      return false;
    }
    if (tokens.atSymbol("(")) {
      var options = new TreeMap<>(table.options());
      options.putAll(StorageParameters.read(tokens));
      edit(edit -> edit.options = options);
    } else if (tokens.accept("logged")) {
      persistence(false);
    } else if (tokens.accept("unlogged")) {
      persistence(true);
    } else if (tokens.accept("tablespace")) {
      var tablespace = changes.context().session().tablespace(Optional.of(tokens.name()));
      edit(edit -> edit.tablespace = tablespace);
    } else if (tokens.accept("access", "method")) {
      Optional<String> method =
          tokens.accept("default")
              ? changes.context().session().accessMethod()
              : Optional.of(tokens.name()).filter(name -> !name.equals("heap"));
      edit(edit -> edit.accessMethod = method);
    } else if (tokens.accept("without", "cluster")) {
      edit(edit -> edit.clusterOn = Optional.empty());
    } else if (!tokens.accept("without", "oids")) {
      throw tokens.unexpected("what to set");
    }
    return true;
  }

  /**
   * A partitioned table has no rows to be logged. A sequence that the same statement makes is owned
   * only after it.
   */
  private void persistence(boolean unlogged) {
    if (table.partitionKey().isPresent() || table.unlogged() == unlogged) {
      return;
    }
    edit(edit -> edit.unlogged = unlogged);
    if (changes.context().session().serverMajor() < 15) {
      return;
    }
    for (SchemaObject object : changes.before().referrersTo(table.id())) {
      if (object instanceof Sequence before
          && before.ownedBy().filter(c -> c.belongsTo(table.id())).isPresent()) {
        changes
            .objects()
            .find(before.id(), Sequence.class)
            .ifPresent(
                sequence ->
                    changes.alter(
                        sequence,
                        new Sequence(
                            sequence.id(), sequence.options(), sequence.ownedBy(), unlogged)));
      }
    }
  }

  private boolean rest() {
    if (tokens.accept("owner", "to")) {
      Ownership.change(tokens, table.id(), changes);
    } else if (tokens.accept("replica", "identity")) {
      String identity = tokens.accept("using", "index") ? "index " + tokens.name() : tokens.name();
      edit(edit -> edit.replicaIdentity = identity);
    } else if (tokens.accept("cluster", "on")) {
      String index = tokens.name();
      edit(edit -> edit.clusterOn = Optional.of(index));
    } else if (tokens.at("options") && table.foreign().isPresent()) {
      Table.Foreign before = table.foreign().get();
      var options = ForeignOptions.read(tokens, before.options());
      edit(edit -> edit.foreign = Optional.of(new Table.Foreign(before.server(), options)));
    } else {
      return false;
    }
    return true;
  }

  private void edit(Consumer<TableEdit> edit) {
    changes.alter(table, TableEdit.of(table, edit));
  }
}
