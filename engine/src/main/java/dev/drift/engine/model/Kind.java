package dev.drift.engine.model;

import java.util.Locale;

/** The kinds of schema objects, in the order in which objects of a schema are usually created. */
public enum Kind {
  SCHEMA,
  EXTENSION,
  LANGUAGE,
  COLLATION,
  CONVERSION,
  BASE_TYPE,
  ENUM,
  COMPOSITE_TYPE,
  DOMAIN,
  DOMAIN_CONSTRAINT,
  RANGE_TYPE,
  FOREIGN_DATA_WRAPPER,
  SERVER,
  USER_MAPPING,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_CONFIGURATION,
  ACCESS_METHOD,
  SEQUENCE,
  TABLE,
  FOREIGN_TABLE,
  COLUMN,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  OPERATOR,
  OPERATOR_FAMILY,
  OPERATOR_CLASS,
  CAST,
  TRANSFORM,
  PRIMARY_KEY,
  UNIQUE,
  EXCLUSION,
  CHECK,
  FOREIGN_KEY,
  INDEX,
  PARTITION_INDEX,
  STATISTICS,
  VIEW,
  MATERIALIZED_VIEW,
  RULE,
  TRIGGER,
  PARTITION_TRIGGER,
  POLICY,
  EVENT_TRIGGER,
  PUBLICATION,
  SUBSCRIPTION,
  COMMENT,
  OWNER,
  PRIVILEGES,
  DEFAULT_PRIVILEGES,
  SECURITY_LABEL,
  EXTENSION_DEPENDENCY,
  /** A row that migrations insert. */
  ROW,
  /** A migration itself, where it is the matter. */
  MIGRATION;

  /** {@return the name used in reports and JSON: lower case, words joined by hyphens} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return the name in a sentence: lower case, words apart} */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
