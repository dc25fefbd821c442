/**
 * Constants in their type's canonical text: what the type's output function prints for what its
 * input function reads, for the types whose rules are known ({@code src/backend/utils/adt}).
 */
@NullMarked
package dev.drift.engine.canon.constant;

import org.jspecify.annotations.NullMarked;
