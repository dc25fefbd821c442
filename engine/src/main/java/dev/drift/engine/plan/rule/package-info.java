/** How objects of each kind are made, changed and removed: one rule per kind, listed in Rules. */
@NullMarked
package dev.drift.engine.plan.rule;

import org.jspecify.annotations.NullMarked;
