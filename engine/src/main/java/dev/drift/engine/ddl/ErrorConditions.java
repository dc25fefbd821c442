package dev.drift.engine.ddl;

import java.util.List;
import java.util.Map;

/** Which error condition a message of the server belongs to (errcodes.txt), and which name it. */
final class ErrorConditions {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("42710", "duplicate_object"),
          Map.entry("42P07", "duplicate_table"),
          Map.entry("42701", "duplicate_column"),
          Map.entry("42P06", "duplicate_schema"),
          Map.entry("42723", "duplicate_function"),
          Map.entry("42704", "undefined_object"),
          Map.entry("42P01", "undefined_table"),
          Map.entry("42703", "undefined_column"),
          Map.entry("42883", "undefined_function"),
          Map.entry("3F000", "invalid_schema_name"),
          Map.entry("42P16", "invalid_table_definition"),
          Map.entry("2BP01", "dependent_objects_still_exist"),
          Map.entry("P0001", "raise_exception"));

  private ErrorConditions() {}

  /** {@return the condition of an error with this message; empty if it is none of these} */
  static String of(String message) {
    if (message.endsWith("already exists") || message.contains("already exists ")) {
      return duplicate(message);
    }
    if (message.endsWith("does not exist")) {
      return undefined(message);
    }
    if (message.contains("other objects depend on it")) {
      return "dependent_objects_still_exist";
    }
    return message.startsWith("multiple primary keys") ? "invalid_table_definition" : "";
  }

  private static String duplicate(String message) {
    if (message.startsWith("relation ")) {
      return "duplicate_table";
    }
    if (message.startsWith("column ")) {
      return "duplicate_column";
    }
    if (message.startsWith("schema ")) {
      return "duplicate_schema";
    }
    return message.startsWith("function ") ? "duplicate_function" : "duplicate_object";
  }

  private static String undefined(String message) {
    if (message.startsWith("column ")) {
      return "undefined_column";
    }
    if (message.startsWith("schema ")) {
      return "invalid_schema_name";
    }
    if (message.startsWith("function ") || message.startsWith("procedure ")) {
      return "undefined_function";
    }
    for (String kind : List.of("relation ", "table ", "view ", "sequence ", "materialized view ")) {
      if (message.startsWith(kind)) {
        return "undefined_table";
      }
    }
    return "undefined_object";
  }

  /** {@return whether WHEN {@code handled} catches an error of {@code condition}} */
  static boolean catches(String handled, String condition) {
    return handled.equals("others")
        || condition.isEmpty()
        || CODES.getOrDefault(handled, handled).equals(condition);
  }
}
