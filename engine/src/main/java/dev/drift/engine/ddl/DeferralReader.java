package dev.drift.engine.ddl;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.sql.TokenReader;

/** Reads DEFERRABLE and INITIALLY, which stand in any order (gram.y, ConstraintAttributeElem). */
final class DeferralReader {
  private final TokenReader tokens;
  private Deferral deferral = Deferral.NOT_DEFERRABLE;

  DeferralReader(TokenReader tokens) {
    this.tokens = tokens;
  }

  /** {@return what was read so far} */
  Deferral deferral() {
    return deferral;
  }

  /** Reads the next one. {@return whether there was one} */
  boolean accept() {
    if (tokens.accept("not", "deferrable")) {
      deferral = Deferral.NOT_DEFERRABLE;
    } else if (tokens.accept("deferrable")) {
      deferral = deferral == Deferral.NOT_DEFERRABLE ? Deferral.DEFERRABLE : deferral;
    } else if (tokens.accept("initially", "deferred")) {
      deferral = Deferral.INITIALLY_DEFERRED;
    } else if (tokens.accept("initially", "immediate")) {
      deferral = deferral == Deferral.INITIALLY_DEFERRED ? Deferral.DEFERRABLE : deferral;
    } else {
      return false;
    }
    return true;
  }
}
