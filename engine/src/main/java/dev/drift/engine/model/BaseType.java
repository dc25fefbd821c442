package dev.drift.engine.model;

import java.util.Optional;

/**
 * A base type, or, as long as it is only named, a shell.
 *
 * @param defined whether it is more than a shell
 * @param functions what reads, writes and measures its values
 * @param layout how a value is stored
 * @param category the category of implicit casts, one letter
 * @param preferred whether casts prefer it within its category
 * @param delimiter what stands between elements of its arrays
 * @param defaultText the default of columns of it
 * @param element what subscripting gives
 * @param collatable whether columns of it may have a collation
 */
public record BaseType(
    ObjectId id,
    boolean defined,
    Functions functions,
    Layout layout,
    String category,
    boolean preferred,
    String delimiter,
    Optional<String> defaultText,
    Optional<TypeName> element,
    boolean collatable)
    implements Defined {

  /** The functions of a base type; a shell has none. */
  public record Functions(
      Optional<QualifiedName> input,
      Optional<QualifiedName> output,
      Optional<QualifiedName> receive,
      Optional<QualifiedName> send,
      Optional<QualifiedName> modifierIn,
      Optional<QualifiedName> modifierOut,
      Optional<QualifiedName> analyze,
      Optional<QualifiedName> subscript) {

    /** Those of a shell. */
    public static final Functions NONE =
        new Functions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * How a value lies in memory and on disk.
   *
   * @param length in bytes, -1 if it varies
   * @param alignment {@code char}, {@code int2}, {@code int4} or {@code double}
   * @param storage {@code plain}, {@code external}, {@code extended} or {@code main}
   */
  public record Layout(int length, boolean byValue, String alignment, String storage) {

    /** That of a type of which nothing else is said. */
    public static final Layout VARIABLE = new Layout(-1, false, "int4", "plain");
  }

  /** {@return the type {@code id} of which nothing but the name is known} */
  public static BaseType shell(ObjectId id) {
    return new BaseType(
        id,
        false,
        Functions.NONE,
        Layout.VARIABLE,
        "U",
        false,
        ",",
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
