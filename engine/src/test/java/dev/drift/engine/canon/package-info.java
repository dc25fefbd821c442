@NullMarked
package dev.drift.engine.canon;

import org.jspecify.annotations.NullMarked;
