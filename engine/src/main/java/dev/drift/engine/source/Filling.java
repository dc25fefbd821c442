package dev.drift.engine.source;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders of any form, filled in. */
final class Filling {
  private Filling() {}

  /** {@return all of {@code text} with each match of {@code placeholder} replaced by its value} */
  static FileText fill(
      FileText text, Pattern placeholder, Function<MatchResult, Optional<String>> value) {
    return fill(text, new Marks.Part(0, text.text().length()), placeholder, value);
  }

  /** As above for a part of {@code text}; what has no value stays as it is written. */
  static FileText fill(
      FileText text,
      Marks.Part part,
      Pattern placeholder,
      Function<MatchResult, Optional<String>> value) {
    var substitution = new Substitution(text.text(), part.from());
    Matcher found =
        placeholder.matcher(text.text()).region(part.from(), part.to()).useAnchoringBounds(false);
    while (found.find()) {
      value.apply(found).ifPresent(v -> substitution.replace(found.start(), found.end(), v));
    }
    String filled = substitution.finish(part.to());
    return new FileText(text.path(), text.file(), filled, Optional.of(substitution));
  }
}
