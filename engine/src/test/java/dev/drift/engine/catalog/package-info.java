@NullMarked
package dev.drift.engine.catalog;

import org.jspecify.annotations.NullMarked;
