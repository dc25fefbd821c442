/** What differs between two models, as values. Knows no object kind. */
@NullMarked
package dev.drift.engine.diff;

import org.jspecify.annotations.NullMarked;
