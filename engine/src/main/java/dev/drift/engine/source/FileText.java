package dev.drift.engine.source;

import dev.drift.engine.source.Places.Place;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a file, perhaps with placeholders filled in; places are always those in the file.
 *
 * @param path where it is
 * @param file as reports show it
 * @param text what is to be read
 * @param substitution how {@code text} came from the file's text; empty if nothing was replaced
 */
record FileText(Path path, String file, String text, Optional<Substitution> substitution) {

  FileText(Path path, String file, String text) {
    this(path, file, text, Optional.empty());
  }

  /** {@return the place in the file of the character at {@code offset}} */
  Place place(int offset) {
    return substitution.map(s -> s.place(offset)).orElseGet(() -> new Places(text).at(offset));
  }

  /** {@return the statement {@code sql}, which stands nowhere, as if it stood at {@code offset}} */
  Statement madeUp(String sql, int offset) {
    Place place = place(offset);
    return new Statement(
        file,
        sql,
        Tokenizer.tokenize(sql).stream()
            .map(
                t ->
                    new Token(
                        t.type(), t.text(), t.value(), t.offset(), place.line(), place.column()))
            .toList());
  }

  /** {@return the blank lines and line comments that it starts with} */
  String head() {
    return text.lines()
        .takeWhile(line -> line.isBlank() || line.stripLeading().startsWith("--"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** {@return the statement of these tokens, scanned from {@link #text}} */
  Statement statement(List<Token> scanned) {
    List<Token> tokens =
        substitution.map(s -> scanned.stream().map(s::place).toList()).orElse(scanned);
    int from = tokens.get(0).offset();
    int to = tokens.get(tokens.size() - 1).end();
    return new Statement(file, text.substring(from, to), tokens);
  }
}
