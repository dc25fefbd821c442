/**
 * The types of expressions by PostgreSQL's rules: which function or operator a name means for the
 * arguments it has (parse_func.c, parse_oper.c), what is coerced to what (parse_coerce.c), and so
 * the types of a query's columns.
 *
 * <p>Typing a tree yields the tree that PostgreSQL stores: with every cast that it adds, whether it
 * prints it or not. So two texts mean the same if their typed trees are the same. What hangs on a
 * function, operator or type that is not known stays as it is and is marked {@link
 * dev.drift.engine.canon.tree.Node.Loose}: a type is told for certain or not at all.
 *
 * <p>Facts come from the model and, for {@code pg_catalog}, from the resource {@code
 * signatures.txt}, which {@code engine/src/signatures/signatures.sql} makes from a server.
 */
@NullMarked
package dev.drift.engine.canon.typing;

import org.jspecify.annotations.NullMarked;
