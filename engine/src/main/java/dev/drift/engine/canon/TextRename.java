package dev.drift.engine.canon;

import dev.drift.engine.canon.typing.Choices;
import dev.drift.engine.model.Kind;
import dev.drift.engine.model.ObjectId;
import dev.drift.engine.sql.Identifiers;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.Tokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renames an object in SQL whose names are qualified, token by token. */
final class TextRename {
  private final List<Token> tokens;
  private final ObjectId from;
  private final ObjectId to;
  private final Choices choices;
  private final String oldName;
  private final String newName;
  private final boolean ofOwner;
  private final Map<Integer, String> replacements = new HashMap<>();

  private TextRename(
      List<Token> tokens, ObjectId from, ObjectId to, Choices choices, boolean ofOwner) {
    this.ofOwner = ofOwner;
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.choices = choices;
    this.oldName = Names.plain(from);
    this.newName = Names.plain(to);
  }

  /**
   * {@return {@code sql} with {@code from} called {@code to}}
   *
   * @param choices which of several of its name are meant, as far as that was asked
   */
  static String apply(String sql, ObjectId from, ObjectId to, Choices choices) {
    return new TextRename(Tokenizer.tokenize(sql), from, to, choices, false).apply();
  }

  /** {@return the same of an expression of the relation {@code from}, with its whole rows} */
  static String ofOwner(String sql, ObjectId from, ObjectId to) {
    return new TextRename(Tokenizer.tokenize(sql), from, to, new Choices(), true).apply();
  }

  private String apply() {
    for (int i = 0; i < tokens.size(); i++) {
      token(i);
    }
    return SourceText.of(tokens, replacements);
  }

  private void token(int at) {
    Token token = tokens.get(at);
    if (from.kind() == Kind.OPERATOR) {
      operator(at);
      return;
    }
    if (Expressions.namesRelation(tokens, at)
        && DottedNames.path(token.value()).equals(List.of(from.schema(), oldName))) {
      replacements.put(at, Identifiers.literal(Identifiers.quote(to.schema(), newName)));
    }
    if (isOwnRow(at)) {
      replacements.put(at, Identifiers.quote(newName));
    }
    if (token.isName()
        && token.value().equals(from.schema())
        && Expressions.isSymbol(tokens, at + 1, ".")
        && at + 2 < tokens.size()
        && tokens.get(at + 2).isName()
        && tokens.get(at + 2).value().equals(oldName)
        && isMeant(at)) {
      replacements.put(at, Identifiers.quote(to.schema()));
      replacements.put(at + 2, Identifiers.quote(newName));
    }
  }

  /** {@code t.*}, the row of the table that an expression belongs to. */
  private boolean isOwnRow(int at) {
    return ofOwner
        && tokens.get(at).isName()
        && tokens.get(at).value().equals(oldName)
        && !Expressions.isSymbol(tokens, at - 1, ".")
        && Expressions.isSymbol(tokens, at + 1, ".")
        && at + 2 < tokens.size()
        && tokens.get(at + 2).text().equals("*");
  }

  /** Functions, types and collations may go by one name. */
  private boolean isMeant(int at) {
    boolean collation = at > 0 && tokens.get(at - 1).is("collate");
    boolean call = Expressions.isSymbol(tokens, at + 3, "(");
    if (Names.ROUTINES.contains(from.kind())) {
      return call && isChosen(at);
    }
    return switch (from.kind()) {
      case COLLATION -> collation;
      case ENUM, DOMAIN, RANGE_TYPE, COMPOSITE_TYPE -> !collation && !call;
      default -> !collation;
    };
  }

  /** {@code OPERATOR(schema.symbol)}, {@code at} its first token. */
  private void operator(int at) {
    if (tokens.get(at).is("operator")
        && at + 4 < tokens.size()
        && Expressions.isSymbol(tokens, at + 1, "(")
        && tokens.get(at + 2).value().equals(from.schema())
        && tokens.get(at + 4).text().equals(OwnOperators.symbol(from))
        && isChosen(at)) {
      replacements.put(at + 2, Identifiers.quote(to.schema()));
    }
  }

  private boolean isChosen(int at) {
    return !choices.isTold(at) || choices.own(at).filter(from::equals).isPresent();
  }
}
