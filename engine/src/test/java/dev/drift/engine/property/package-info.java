@NullMarked
package dev.drift.engine.property;

import org.jspecify.annotations.NullMarked;
