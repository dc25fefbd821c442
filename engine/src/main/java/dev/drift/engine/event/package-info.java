/** What happens to schema objects, and the fold that turns events into a model. */
@NullMarked
package dev.drift.engine.event;

import org.jspecify.annotations.NullMarked;
