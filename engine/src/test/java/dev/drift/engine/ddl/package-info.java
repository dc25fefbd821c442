@NullMarked
package dev.drift.engine.ddl;

import org.jspecify.annotations.NullMarked;
