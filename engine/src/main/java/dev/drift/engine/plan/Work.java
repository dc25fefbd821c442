package dev.drift.engine.plan;

/** What a step does with the rows of its table. */
public enum Work {
  /** Only the catalogs change. */
  CATALOG("catalog only"),
  SCAN("scans the table"),
  INDEX_BUILD("builds an index"),
  REWRITE("rewrites the table"),
  QUERY("runs the query"),
  UPDATE("updates rows"),
  INSERT("inserts a row");

  private final String words;

  Work(String words) {
    this.words = words;
  }

  /** {@return it in words} */
  public String words() {
    return words;
  }
}
