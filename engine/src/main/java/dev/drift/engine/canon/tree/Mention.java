package dev.drift.engine.canon.tree;

import dev.drift.engine.model.TypeName;
import java.util.List;

/** A name met while reading: the tokens from {@code from} up to, not including, {@code to}. */
public sealed interface Mention {
  /** {@return the index of its first token} */
  int from();

  /** {@return the index behind its last token} */
  int to();

  /** A column, or something that looks like one. */
  record OfColumn(List<String> path, int from, int to) implements Mention {}

  /** {@code t.*} among the fields of a row. */
  record OfFields(List<String> path, int from, int to) implements Mention {}

  /** A function with so many arguments. */
  record OfRoutine(List<String> path, int arguments, int from, int to) implements Mention {}

  /** An operator, as {@code OPERATOR(s.===)} if its path has a schema. */
  record OfOperator(List<String> path, int from, int to) implements Mention {}

  /** A collation. */
  record OfCollation(List<String> path, int from, int to) implements Mention {}

  /** A type. */
  record OfType(TypeName type, int from, int to) implements Mention {}

  /** A string that names a relation, as in {@code nextval('s')} or {@code 's'::regclass}. */
  record OfRelationText(String text, int from, int to) implements Mention {}

  /** A relation in FROM. */
  record OfRelation(List<String> path, int from, int to) implements Mention {}
}
