package dev.drift.engine.ddl;

import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code OPTIONS ([ADD | SET | DROP] name ['value'], …)} (foreigncmds.c). */
final class ForeignOptions {
  /** Goes before the options that a foreign table's wrapper has for a column. */
  static final String COLUMN_PREFIX = "fdw.";

  private ForeignOptions() {}

  /** {@return the options if they come next, else none} */
  static SortedMap<String, String> read(TokenReader tokens) {
    return read(tokens, Collections.emptySortedMap());
  }

  /** {@return {@code before} with what comes next; itself if that is no OPTIONS} */
  static SortedMap<String, String> read(TokenReader tokens, Map<String, String> before) {
    var options = new TreeMap<>(before);
    if (!tokens.accept("options")) {
      return options;
    }
    tokens.expectSymbol("(");
    do {
      change(tokens, options);
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(")");
    return options;
  }

  private static void change(TokenReader tokens, SortedMap<String, String> options) {
    boolean verb = tokens.peek(1).filter(Token::isName).isPresent();
    boolean drop = verb && tokens.accept("drop");
    boolean set = verb && tokens.accept("set");
    if (verb && !drop && !set) {
      tokens.expect("add");
    }
    Named name = Named.readGlobal(tokens);
    if ((drop || set) != options.containsKey(name.plain())) {
      throw new RejectedException(
          "option \"%s\" %s"
              .formatted(name.plain(), drop || set ? "not found" : "provided more than once"),
          name.at());
    }
    if (drop) {
      options.remove(name.plain());
    } else {
      options.put(name.plain(), tokens.string());
    }
  }

  /** {@return a column's options with those of its wrapper that come next} */
  static SortedMap<String, String> ofColumn(TokenReader tokens, Map<String, String> before) {
    var own = new TreeMap<String, String>();
    var foreign = new TreeMap<String, String>();
    before.forEach(
        (name, value) -> {
          if (name.startsWith(COLUMN_PREFIX)) {
            foreign.put(name.substring(COLUMN_PREFIX.length()), value);
          } else {
            own.put(name, value);
          }
        });
    read(tokens, foreign).forEach((name, value) -> own.put(COLUMN_PREFIX + name, value));
    return own;
  }
}
