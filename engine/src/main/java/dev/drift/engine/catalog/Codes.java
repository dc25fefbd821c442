package dev.drift.engine.catalog;

import dev.drift.engine.model.Deferral;
import dev.drift.engine.model.Trigger.Enabled;

/** The catalogs' codes that more than one of them uses. */
final class Codes {
  private Codes() {}

  static Deferral deferral(boolean deferrable, boolean initiallyDeferred) {
    if (initiallyDeferred) {
      return Deferral.INITIALLY_DEFERRED;
    }
    return deferrable ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
  }

  /** {@code tgenabled}, {@code ev_enabled} and {@code evtenabled}. */
  static Enabled enabled(String code) {
    return switch (code) {
      case "D" -> Enabled.DISABLED;
      case "R" -> Enabled.REPLICA;
      case "A" -> Enabled.ALWAYS;
      default -> Enabled.ORIGIN;
    };
  }

  /** {@code proparallel}. */
  static String parallel(String code) {
    return switch (code) {
      case "s" -> "safe";
      case "r" -> "restricted";
      default -> "unsafe";
    };
  }

  /** {@code typstorage}. */
  static String storage(String code) {
    return switch (code) {
      case "e" -> "external";
      case "x" -> "extended";
      case "m" -> "main";
      default -> "plain";
    };
  }

  /** {@code typalign}. */
  static String alignment(String code) {
    return switch (code) {
      case "c" -> "char";
      case "s" -> "int2";
      case "d" -> "double";
      default -> "int4";
    };
  }

  /** {@code aggfinalmodify}. */
  static String modification(String code) {
    return switch (code) {
      case "s" -> "shareable";
      case "w" -> "read_write";
      default -> "read_only";
    };
  }
}
