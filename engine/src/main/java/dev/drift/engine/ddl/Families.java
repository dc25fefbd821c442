package dev.drift.engine.ddl;

import dev.drift.engine.model.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * The statement families, listed once: leading words to reader. The longest run of words that is
 * listed wins; of CREATE the modifiers (OR REPLACE, TEMPORARY, UNIQUE, …) are left out.
 */
final class Families {
  private static final StatementReader NO_EFFECT =
      (tokens, context) -> new Decision.NoSchemaEffect();

  static final Map<String, StatementReader> BY_LEADING_WORDS = table();

  private Families() {}

  private static Map<String, StatementReader> table() {
    var table = new HashMap<String, StatementReader>();
    sessions(table);
    relations(table);
    schemas(table);
    types(table);
    views(table);
    routines(table);
    security(table);
    foreign(table);
    operators(table);
    textSearch(table);
    data(table);
    cluster(table);
    return Map.copyOf(table);
  }

  private static void sessions(Map<String, StatementReader> table) {
    for (String words :
        new String[] {
          "set",
          "reset",
          "show",
          "begin",
          "start transaction",
          "commit",
          "end",
          "rollback",
          "abort",
          "savepoint",
          "release",
          "prepare",
          "discard",
          "set constraints"
        }) {
      table.put(words, NO_EFFECT);
    }
  }

  private static void relations(Map<String, StatementReader> table) {
    table.put("create table", new CreateTable());
    table.put("alter table", new AlterTable());
    table.put("drop table", Drops::tables);
    table.put("create foreign table", new CreateForeignTable());
    table.put("alter foreign table", new AlterTable());
    table.put("drop foreign table", Drops.relations(Kind.FOREIGN_TABLE));
    table.put("create index", new CreateIndex());
    table.put("alter index", new AlterIndex());
    table.put("cluster", new ClusterStatement());
    table.put("drop index", Drops::indexes);
    table.put("reindex", NO_EFFECT);
    table.put("create sequence", new CreateSequence());
    table.put("alter sequence", new AlterSequence());
    table.put("drop sequence", Drops::sequences);
  }

  private static void schemas(Map<String, StatementReader> table) {
    table.put("create schema", SchemaStatements::create);
    table.put("alter schema", SchemaStatements::alter);
    table.put("drop schema", Drops::schemas);
    table.put("create extension", ExtensionStatements::create);
    table.put("alter extension", ExtensionStatements::alter);
    table.put("drop extension", Drops::extensions);
  }

  private static void types(Map<String, StatementReader> table) {
    table.put("create type", TypeStatements::create);
    table.put("alter type", TypeStatements::alter);
    table.put("drop type", Drops::types);
    table.put("create domain", DomainStatements::create);
    table.put("alter domain", DomainChanges::alter);
    table.put("drop domain", Drops::types);
  }

  private static void views(Map<String, StatementReader> table) {
    table.put("create view", ViewStatements::create);
    table.put("alter view", ViewChanges::alterView);
    table.put("drop view", Drops::views);
    table.put("create materialized view", MaterializedViewStatements::create);
    table.put("alter materialized view", ViewChanges::alterMaterialized);
    table.put("drop materialized view", Drops::views);
    table.put("refresh materialized view", MaterializedViewStatements::refresh);
  }

  private static void routines(Map<String, StatementReader> table) {
    table.put("create function", RoutineStatements::create);
    table.put("create procedure", RoutineStatements::create);
    for (String kind : new String[] {"function", "procedure", "routine"}) {
      table.put("alter " + kind, RoutineChanges::alter);
      table.put("drop " + kind, Drops::routines);
    }
    table.put("create trigger", TriggerStatements::create);
    table.put("alter trigger", TriggerChanges::alter);
    table.put("drop trigger", (tokens, context) -> TableParts.drop(tokens, context, Kind.TRIGGER));
    table.put("create aggregate", AggregateStatements::create);
    table.put("alter aggregate", AggregateStatements::alter);
    table.put("drop aggregate", Drops::aggregates);
    table.put("create language", LanguageStatements::create);
    for (String words : new String[] {"language", "procedural language"}) {
      table.put("alter " + words, LanguageStatements::alter);
      table.put("drop " + words, LanguageStatements::drop);
    }
    table.put("create transform", LanguageStatements::createTransform);
    table.put("drop transform", LanguageStatements::dropTransform);
    table.put("do", DoStatements::decide);
    table.put("call", DoStatements::call);
  }

  private static void security(Map<String, StatementReader> table) {
    table.put("create policy", PolicyStatements::create);
    table.put("alter policy", PolicyStatements::alter);
    table.put("drop policy", (tokens, context) -> TableParts.drop(tokens, context, Kind.POLICY));
    table.put("grant", GrantStatements::grant);
    table.put("revoke", GrantStatements::revoke);
    table.put("alter default privileges", DefaultPrivilegeStatements::decide);
    table.put("reassign owned", OwnedStatements::reassign);
    table.put("drop owned", OwnedStatements::drop);
    table.put("comment", CommentStatements::decide);
    table.put("security label", LabelStatements::decide);
    table.put("create publication", PublicationStatements::create);
    table.put("alter publication", PublicationStatements::alter);
    table.put("drop publication", Drops.global(Kind.PUBLICATION));
    table.put("create subscription", SubscriptionStatements::create);
    table.put("alter subscription", SubscriptionStatements::alter);
    table.put("drop subscription", Drops.global(Kind.SUBSCRIPTION));
    table.put("create rule", RuleStatements::create);
    table.put("alter rule", RuleStatements::alter);
    table.put("drop rule", (tokens, context) -> TableParts.drop(tokens, context, Kind.RULE));
    table.put("create statistics", StatisticsStatements::create);
    table.put("alter statistics", StatisticsStatements::alter);
    table.put("drop statistics", Drops::statistics);
    table.put("create event trigger", EventTriggerStatements::create);
    table.put("alter event trigger", EventTriggerStatements::alter);
    table.put("drop event trigger", Drops.global(Kind.EVENT_TRIGGER));
  }

  private static void foreign(Map<String, StatementReader> table) {
    table.put("create foreign data wrapper", ForeignStatements::createWrapper);
    table.put("alter foreign data wrapper", ForeignStatements::alterWrapper);
    table.put("drop foreign data wrapper", Drops.global(Kind.FOREIGN_DATA_WRAPPER));
    table.put("create server", ForeignStatements::createServer);
    table.put("alter server", ForeignStatements::alterServer);
    table.put("drop server", Drops.global(Kind.SERVER));
    table.put("create user mapping", UserMappingStatements::create);
    table.put("alter user mapping", UserMappingStatements::alter);
    table.put("drop user mapping", UserMappingStatements::drop);
    table.put("import foreign schema", ForeignStatements::importSchema);
  }

  private static void operators(Map<String, StatementReader> table) {
    table.put("create cast", CastStatements::create);
    table.put("drop cast", CastStatements::drop);
    table.put("create operator", OperatorStatements::create);
    table.put("alter operator", OperatorStatements::alter);
    table.put("drop operator", OperatorStatements::drop);
    table.put("create operator class", OperatorFamilyStatements::createClass);
    table.put("create operator family", OperatorFamilyStatements::createFamily);
    for (String kind : new String[] {"class", "family"}) {
      table.put("alter operator " + kind, OperatorFamilyStatements::alter);
      table.put("drop operator " + kind, OperatorFamilyStatements::drop);
    }
    table.put("create access method", LanguageStatements::createMethod);
    table.put("drop access method", LanguageStatements::dropMethod);
  }

  private static void textSearch(Map<String, StatementReader> table) {
    table.put("create collation", CollationStatements::create);
    table.put("alter collation", CollationStatements::alter);
    table.put("drop collation", (tokens, context) -> Drops.named(tokens, context, Kind.COLLATION));
    table.put("create conversion", ConversionStatements::create);
    table.put("alter conversion", ConversionStatements::alter);
    table.put(
        "drop conversion", (tokens, context) -> Drops.named(tokens, context, Kind.CONVERSION));
    table.put("create text search", TextSearchStatements::create);
    table.put("alter text search", TextSearchStatements::alter);
    table.put("drop text search", TextSearchStatements::drop);
  }

  private static void data(Map<String, StatementReader> table) {
    table.put("select", DoStatements::select);
    table.put("with", DoStatements::select);
    table.put("\\gexec", DoStatements::gexec);
    table.put("insert", CatalogWrites::decide);
    table.put("update", CatalogWrites::decide);
    table.put("delete", CatalogWrites::decide);
    for (String words :
        new String[] {
          "values",
          "table",
          "merge",
          "truncate",
          "copy",
          "analyze",
          "analyse",
          "vacuum",
          "explain",
          "lock",
          "notify",
          "listen",
          "unlisten"
        }) {
      table.put(words, NO_EFFECT);
    }
  }

  /** What lives outside any database's schema. */
  private static void cluster(Map<String, StatementReader> table) {
    for (String kind : new String[] {"database", "role", "user", "group", "tablespace"}) {
      table.put("create " + kind, NO_EFFECT);
      table.put("alter " + kind, NO_EFFECT);
      table.put("drop " + kind, NO_EFFECT);
    }
    for (String words :
        new String[] {
          "alter system",
          "alter large object",
          "checkpoint",
          "close",
          "deallocate",
          "declare",
          "execute",
          "fetch",
          "load",
          "move"
        }) {
      table.put(words, NO_EFFECT);
    }
  }
}
