package dev.drift.engine.source;

import dev.drift.engine.source.Places.Place;
import dev.drift.engine.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** A text with parts replaced, which still knows where everything stood before. */
final class Substitution {

  /** From {@code offset} on, the new text stems from {@code original} on. */
  private record Segment(int offset, int original, boolean replaced) {}

  private final StringBuilder out = new StringBuilder();
  private final List<Segment> segments = new ArrayList<>();
  private final String original;
  private final Places places;
  private int copied;

  /** Starts with nothing replaced in the part of {@code original} that starts at {@code from}. */
  Substitution(String original, int from) {
    this.original = original;
    this.places = new Places(original);
    this.copied = from;
  }

  /** Puts {@code value} where {@code from} to {@code to} was; calls go from front to back. */
  void replace(int from, int to, String value) {
    copyTo(from);
    segments.add(new Segment(out.length(), from, true));
    out.append(value);
    copied = to;
  }

  /** Ends at {@code to}. {@return the text with all replacements made} */
  String finish(int to) {
    copyTo(to);
    return out.toString();
  }

  Place place(int offset) {
    Segment segment = segment(offset);
    return places.at(segment.original + (segment.replaced ? 0 : offset - segment.offset));
  }

  Token place(Token token) {
    Place place = place(token.offset());
    return new Token(
        token.type(), token.text(), token.value(), token.offset(), place.line(), place.column());
  }

  private void copyTo(int position) {
    segments.add(new Segment(out.length(), copied, false));
    out.append(original, copied, position);
    copied = position;
  }

  private Segment segment(int offset) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).offset <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments.get(low);
  }
}
