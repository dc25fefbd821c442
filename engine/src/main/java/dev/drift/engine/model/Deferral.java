package dev.drift.engine.model;

/** When a constraint is checked. */
public enum Deferral {
  NOT_DEFERRABLE,
  DEFERRABLE,
  INITIALLY_DEFERRED
}
