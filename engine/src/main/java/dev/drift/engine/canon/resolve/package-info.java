/**
 * Looks up the names in a query as PostgreSQL does when a view is made (parse_relation.c,
 * parse_target.c, parse_clause.c): relations are qualified, columns bound to their tables, stars
 * expanded, output names and ordinals replaced by what they stand for.
 */
@NullMarked
package dev.drift.engine.canon.resolve;

import org.jspecify.annotations.NullMarked;
