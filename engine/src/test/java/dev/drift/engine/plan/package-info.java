@NullMarked
package dev.drift.engine.plan;

import org.jspecify.annotations.NullMarked;
