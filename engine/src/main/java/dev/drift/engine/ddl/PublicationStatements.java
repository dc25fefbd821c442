package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.model.Publication;
import dev.drift.engine.model.Publication.Member;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code CREATE} and {@code ALTER PUBLICATION} (publicationcmds.c). */
final class PublicationStatements {
  private PublicationStatements() {}

  /** {@code CREATE PUBLICATION name [FOR ALL TABLES | FOR objects] [WITH (…)]}. */
  static Decision create(TokenReader tokens, Context context) {
    tokens.expect("create", "publication");
    Named name = Named.readGlobal(tokens);
    ObjectId id = GlobalObjects.requireFree(name, Kind.PUBLICATION, context);
    boolean all = tokens.accept("for", "all", "tables");
    var objects = new PublicationObjects(List.of(), Collections.emptySortedSet());
    if (!all && tokens.accept("for")) {
      objects = PublicationObjects.read(tokens, context);
    }
    var plain =
        new Publication(
            id,
            all,
            objects.tables(),
            objects.schemas(),
            new TreeSet<>(List.of("insert", "update", "delete", "truncate")),
            false,
            "none");
    var changes = new Changes(context);
    changes.create(tokens.accept("with") ? with(plain, StorageParameters.read(tokens)) : plain);
    return changes.effects();
  }

  private static Publication with(Publication before, Map<String, String> parameters) {
    SortedSet<String> publish = before.publish();
    if (parameters.containsKey("publish")) {
      publish = new TreeSet<>();
      for (String one : parameters.getOrDefault("publish", "").split(",")) {
        if (!one.isBlank()) {
          publish.add(one.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    boolean viaRoot =
        parameters.containsKey("publish_via_partition_root")
            ? isOn(parameters.getOrDefault("publish_via_partition_root", ""))
            : before.viaRoot();
    return new Publication(
        before.id(),
        before.allTables(),
        before.tables(),
        before.schemas(),
        publish,
        viaRoot,
        parameters
            .getOrDefault("publish_generated_columns", before.generatedColumns())
            .toLowerCase(Locale.ROOT));
  }

  private static boolean isOn(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "on", "1", "yes" -> true;
      default -> false;
    };
  }

  /** {@code ALTER PUBLICATION name ADD | SET | DROP objects | SET (…) | RENAME | OWNER}. */
  static Decision alter(TokenReader tokens, Context context) {
    tokens.expect("alter", "publication");
    Named name = Named.readGlobal(tokens);
    var before = GlobalObjects.require(name, Kind.PUBLICATION, Publication.class, context);
    var changes = new Changes(context);
    if (GlobalObjects.renameOrOwner(tokens, before, changes)) {
      return changes.effects();
    }
    if (tokens.accept("add")) {
      var added = PublicationObjects.read(tokens, context);
      var tables = new ArrayList<>(before.tables());
      for (Member member : added.tables()) {
        tables.removeIf(known -> known.table().equals(member.table()));
        tables.add(member);
      }
      var schemas = new TreeSet<>(before.schemas());
      schemas.addAll(added.schemas());
      changes.alter(before, before.of(tables, schemas));
    } else if (tokens.accept("drop")) {
      var dropped = PublicationObjects.read(tokens, context);
      var schemas = new TreeSet<>(before.schemas());
      schemas.removeAll(dropped.schemas());
      changes.alter(
          before,
          before.of(
              before.tables().stream().filter(m -> !dropped.has(m.table())).toList(), schemas));
    } else {
      tokens.expect("set");
      if (tokens.atSymbol("(")) {
        changes.alter(before, with(before, StorageParameters.read(tokens)));
      } else {
        var wanted = PublicationObjects.read(tokens, context);
        changes.alter(before, before.of(wanted.tables(), wanted.schemas()));
      }
    }
    return changes.effects();
  }
}
