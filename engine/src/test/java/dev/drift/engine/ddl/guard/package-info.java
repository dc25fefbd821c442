/** Tests of expressions evaluated on the model. */
@NullMarked
package dev.drift.engine.ddl.guard;

import org.jspecify.annotations.NullMarked;
