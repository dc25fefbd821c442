package dev.drift.engine.ddl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The statement families, listed once: leading words to reader. The longest run of words that is
 * listed wins; of CREATE the modifiers (OR REPLACE, TEMPORARY, UNIQUE, …) are left out.
 */
final class Families {
  private static final StatementReader NO_EFFECT =
      (tokens, context) -> new Decision.NoSchemaEffect();

  private static final StatementReader NOT_READ =
      (tokens, context) -> new Decision.Unparsed("not read yet", Optional.of(tokens.next()));

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
    data(table);
    other(table);
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
    table.put("create table", NOT_READ);
    table.put("alter table", NOT_READ);
    table.put("drop table", NOT_READ);
    table.put("create index", NOT_READ);
    table.put("alter index", NOT_READ);
    table.put("drop index", NOT_READ);
    table.put("reindex", NO_EFFECT);
    table.put("create sequence", NOT_READ);
    table.put("alter sequence", NOT_READ);
    table.put("drop sequence", NOT_READ);
  }

  private static void schemas(Map<String, StatementReader> table) {
    table.put("create schema", NOT_READ);
    table.put("alter schema", NOT_READ);
    table.put("drop schema", NOT_READ);
    table.put("create extension", NOT_READ);
    table.put("alter extension", NOT_READ);
    table.put("drop extension", NOT_READ);
  }

  private static void types(Map<String, StatementReader> table) {
    table.put("create type", NOT_READ);
    table.put("alter type", NOT_READ);
    table.put("drop type", NOT_READ);
    table.put("create domain", NOT_READ);
    table.put("alter domain", NOT_READ);
    table.put("drop domain", NOT_READ);
  }

  private static void views(Map<String, StatementReader> table) {
    table.put("create view", NOT_READ);
    table.put("alter view", NOT_READ);
    table.put("drop view", NOT_READ);
    table.put("create materialized view", NOT_READ);
    table.put("alter materialized view", NOT_READ);
    table.put("drop materialized view", NOT_READ);
    table.put("refresh", NO_EFFECT);
  }

  private static void routines(Map<String, StatementReader> table) {
    for (String kind : new String[] {"function", "procedure", "routine", "aggregate", "trigger"}) {
      table.put("create " + kind, NOT_READ);
      table.put("alter " + kind, NOT_READ);
      table.put("drop " + kind, NOT_READ);
    }
    table.put("do", NOT_READ);
    table.put("call", NOT_READ);
  }

  private static void security(Map<String, StatementReader> table) {
    table.put("create policy", NOT_READ);
    table.put("alter policy", NOT_READ);
    table.put("drop policy", NOT_READ);
    table.put("grant", NO_EFFECT);
    table.put("revoke", NO_EFFECT);
    table.put("comment", NOT_READ);
  }

  private static void data(Map<String, StatementReader> table) {
    for (String words :
        new String[] {
          "select", "with", "values", "table", "insert", "update", "delete", "merge", "truncate",
          "copy", "analyze", "analyse", "vacuum", "explain", "lock", "notify", "listen", "unlisten"
        }) {
      table.put(words, NO_EFFECT);
    }
  }

  private static void other(Map<String, StatementReader> table) {
    // What is classified and not modelled.
  }
}
