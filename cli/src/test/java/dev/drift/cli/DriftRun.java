package dev.drift.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One run of the command line, in this process. */
record DriftRun(int code, String out, String err) {
  static DriftRun of(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(words, new PrintWriter(out), new PrintWriter(err), Map.of());
    return new DriftRun(code, out.toString(), err.toString());
  }
}
