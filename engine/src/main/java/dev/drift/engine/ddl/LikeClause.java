package dev.drift.engine.ddl;

import dev.drift.engine.sql.TokenReader;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** {@code LIKE table INCLUDING … EXCLUDING …}. */
record LikeClause(Named source, Set<Part> parts) {

  /** What can be copied besides names, types and NOT NULL. */
  enum Part {
    COMMENTS,
    COMPRESSION,
    CONSTRAINTS,
    DEFAULTS,
    GENERATED,
    IDENTITY,
    INDEXES,
    STATISTICS,
    STORAGE
  }

  static LikeClause read(TokenReader tokens) {
    tokens.expect("like");
    Named source = Named.read(tokens);
    Set<Part> parts = EnumSet.noneOf(Part.class);
    while (tokens.at("including") || tokens.at("excluding")) {
      boolean including = tokens.next().is("including");
      Set<Part> named = tokens.accept("all") ? EnumSet.allOf(Part.class) : EnumSet.of(part(tokens));
      if (including) {
        parts.addAll(named);
      } else {
        parts.removeAll(named);
      }
    }
    return new LikeClause(source, parts);
  }

  private static Part part(TokenReader tokens) {
    for (Part part : Part.values()) {
      if (tokens.accept(part.name().toLowerCase(Locale.ROOT))) {
        return part;
      }
    }
    throw tokens.unexpected("what to copy");
  }

  boolean has(Part part) {
    return parts.contains(part);
  }
}
