package dev.drift.engine.render;

/** Whether text is dressed for a terminal. */
public enum Style {
  PLAIN,
  COLOUR;

  String bold(String text) {
    return dress("1", text);
  }

  String red(String text) {
    return dress("31", text);
  }

  String green(String text) {
    return dress("32", text);
  }

  String yellow(String text) {
    return dress("33", text);
  }

  String dim(String text) {
    return dress("2", text);
  }

  private String dress(String code, String text) {
    return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
