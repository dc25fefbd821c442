package dev.drift.server;

import dev.drift.server.Latest.Failed;
import dev.drift.server.Latest.Measured;
import dev.drift.server.Latest.NotYet;

/** Something that can be read over HTTP. */
interface Resource {
  /** {@return where it is, such as {@code /health}} */
  String path();

  Reply reply(Latest latest);

  /** {@return whether it may be read without the token} */
  default Audience audience() {
    return Audience.TRUSTED;
  }

  /** Who may read a resource. */
  enum Audience {
    EVERYONE,
    TRUSTED
  }

  /** A resource that there is only while the last check has a result. */
  interface OfResult extends Resource {
    Reply reply(Measured measured);

    @Override
    default Reply reply(Latest latest) {
      return switch (latest) {
        case Measured measured ->
            reply(measured).with("Drift-Checked-At", measured.at().toString());
        case NotYet notYet ->
            Reply.problem(
                    503,
                    "No result yet",
                    "The first check has been running since " + notYet.since() + ".",
                    "Ask again in a few seconds.")
                .with("Retry-After", "2");
        case Failed failed ->
            Reply.problem(
                503,
                "The last check failed",
                failed.message(),
                "See that the server can reach the database and read the migrations; the next"
                    + " check runs by itself.");
      };
    }
  }
}
