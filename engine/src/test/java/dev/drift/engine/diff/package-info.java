@NullMarked
package dev.drift.engine.diff;

import org.jspecify.annotations.NullMarked;
