package dev.drift.engine.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that say which part of a file runs on the way up and which on the way down.
 *
 * @param up the line that starts a part that runs forward
 * @param down the line that starts a part that does not
 */
record Marks(Pattern up, Pattern down) {

  /** A part of a text, from one index to another. */
  record Part(int from, int to) {

    static Part all(FileText text) {
      return new Part(0, text.text().length());
    }
  }

  /** {@return whether {@code text} holds one of the marks} */
  boolean occurIn(String text) {
    return up.matcher(text).find() || down.matcher(text).find();
  }

  /** {@return whether one of the folder's files that match holds one of the marks} */
  boolean occurIn(Folder folder, Pattern files, Reading reading) {
    return folder.matching(files).stream().anyMatch(f -> occurIn(reading.text(f).text()));
  }

  /** {@return whether {@code text} holds both marks, the one for the way up first} */
  boolean pairIn(String text) {
    Matcher first = up.matcher(text);
    return first.find() && down.matcher(text).find(first.end());
  }

  /** {@return the parts of {@code text} behind a mark for the way up, in order} */
  List<Part> forward(String text) {
    var parts = new ArrayList<Part>();
    Matcher start = up.matcher(text);
    Matcher stop = down.matcher(text);
    int at = 0;
    while (start.find(at)) {
      int end = stop.find(start.end()) ? stop.start() : text.length();
      parts.add(new Part(start.end(), end));
      at = end;
    }
    return parts;
  }

  /** {@return all up to the first mark for the way down behind one for the way up} */
  Part pair(String text) {
    return new Part(0, forward(text).get(0).to());
  }

  /** {@return what stands before the mark for the way down; all of it if there is none} */
  Part before(String text) {
    Matcher stop = down.matcher(text);
    return new Part(0, stop.find() ? stop.start() : text.length());
  }
}
