package dev.drift.engine.canon.typing;

/** The functions that every server has. */
public final class ServerFunctions {
  private ServerFunctions() {}

  /** {@return whether {@code pg_catalog} has a function of this name} */
  public static boolean has(String name) {
    return !Signatures.get().functions(name).isEmpty();
  }
}
