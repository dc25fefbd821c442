/** Findings, plans and problems to text, JSON and scripts. */
@NullMarked
package dev.drift.engine.render;

import org.jspecify.annotations.NullMarked;
