package dev.drift.engine.canon;

import dev.drift.engine.model.TypeName;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.TokenReader;
import dev.drift.engine.sql.Tokenizer;
import java.util.Optional;

/** Data types: every spelling to one {@link TypeName}, and back to SQL. */
public final class Types {
  /** The type of a column that is there but whose type cannot be told. */
  public static final TypeName UNTOLD = new TypeName("", "unknown", "", false);

  private Types() {}

  /**
   * Reads any type syntax: aliases, words joined by spaces, modifiers, arrays, {@code t.c%TYPE}.
   * The serials come back as {@code builtin("serial")}, {@code "bigserial"} and {@code
   * "smallserial"}; SETOF is the caller's.
   *
   * @throws TokenReader.Unexpected where no type stands
   */
  public static TypeName read(TokenReader reader, Scope scope) {
    return TypeReader.of(reader, scope).read();
  }

  /** Reads any type syntax in text whose names are qualified already. */
  public static TypeName read(TokenReader reader) {
    return TypeReader.ofQualified(reader).read();
  }

  /** {@return the type that {@code format_type} prints so under an empty search path} */
  public static TypeName parse(String formatTypeText) {
    return TypeReader.ofFormatted(new TokenReader(Tokenizer.tokenize(formatTypeText))).read();
  }

  /** {@return the type as {@code format_type} prints it, quoted: {@code public."Mood"[]}} */
  public static String sql(TypeName type) {
    return bare(type) + (type.array() ? "[]" : "");
  }

  /**
   * {@return the type as a routine's identity shows it: no modifier, {@code character} for {@code
   * bpchar}}
   */
  public static String argument(TypeName type) {
    TypeName plain = type.plain();
    if (plain.schema().equals("pg_catalog")
        && (plain.name().equals("bpchar") || plain.name().equals("bit"))) {
      String name = plain.name().equals("bit") ? "bit" : "character";
      return plain.array() ? name + "[]" : name;
    }
    return sql(plain);
  }

  /**
   * {@return operand types as an operator's identity shows them: {@code (integer, text)}, {@code
   * NONE} for one that is missing}
   */
  public static String operands(Optional<TypeName> left, Optional<TypeName> right) {
    return '('
        + left.map(Types::argument).orElse("NONE")
        + ", "
        + right.map(Types::argument).orElse("NONE")
        + ')';
  }

  /** {@return its name in {@code pg_type}: {@code int4} for {@code integer}} */
  public static String catalogName(TypeName type) {
    return type.schema().equals("pg_catalog") ? BuiltinTypes.internal(type.name()) : type.name();
  }

  /** {@return the type of {@code pg_catalog} that {@code pg_type} has as {@code name}} */
  public static TypeName ofCatalog(String name) {
    return TypeName.builtin(BuiltinTypes.canonical(name).orElse(name));
  }

  /** Compares two types; an empty schema matches any, {@link #UNTOLD} may be any. */
  public static Match compare(TypeName a, TypeName b) {
    if (a.equals(UNTOLD) || b.equals(UNTOLD)) {
      return Match.UNKNOWN;
    }
    boolean sameSchema =
        a.schema().isEmpty() || b.schema().isEmpty() || a.schema().equals(b.schema());
    boolean loose = a.schema().isEmpty() || b.schema().isEmpty();
    boolean sameModifier =
        loose ? a.modifier().equalsIgnoreCase(b.modifier()) : a.modifier().equals(b.modifier());
    if (!sameSchema || a.array() != b.array() || !a.name().equals(b.name())) {
      return Match.DIFFERENT;
    }
    if (sameModifier) {
      return Match.EQUAL;
    }
    boolean both = !a.modifier().isEmpty() && !b.modifier().isEmpty();
    return both && !loose && (hasOwnModifier(a) || hasOwnModifier(b))
        ? Match.UNKNOWN
        : Match.DIFFERENT;
  }

  /**
   * {@return whether a type that is not the server's has a modifier in words, which its own
   * functions read and may write in another way}
   */
  public static boolean hasOwnModifier(TypeName type) {
    return !type.schema().equals("pg_catalog")
        && type.modifier().chars().anyMatch(c -> !Character.isDigit(c) && c != ',' && c != ' ');
  }

  private static String bare(TypeName type) {
    String modifier = type.modifier().isEmpty() ? "" : '(' + type.modifier() + ')';
    if (!type.schema().equals("pg_catalog")) {
      return Identifiers.quote(type.schema(), type.name()) + modifier;
    }
    String name = type.name();
    if (name.equals("interval") && !type.modifier().isEmpty()) {
      return Character.isDigit(type.modifier().charAt(0))
          ? name + modifier
          : name + ' ' + type.modifier();
    }
    if (!BuiltinTypes.isSpelled(name) || name.equals("bit") && modifier.isEmpty()) {
      return Identifiers.quote(name) + modifier;
    }
    int zone = name.startsWith("time") ? name.indexOf(' ') : -1;
    return zone < 0 ? name + modifier : name.substring(0, zone) + modifier + name.substring(zone);
  }
}
