package dev.drift.engine.ddl;

import dev.drift.engine.event.Origin;
import dev.drift.engine.source.Statement;

/** Looks on while migrations are replayed. */
interface Onlooker {
  /** Looks away. */
  Onlooker NONE =
      new Onlooker() {
        @Override
        public void sees(int outcome, Statement statement, Origin origin, Context context) {}

        @Override
        public void undone(int from, int to) {}
      };

  /**
   * A statement is about to be decided.
   *
   * @param outcome the zero-based place of its outcome
   * @param context as it was before
   */
  void sees(int outcome, Statement statement, Origin origin, Context context);

  /** What the statements with these outcomes did was taken back; {@code to} is the one behind. */
  void undone(int from, int to);
}
