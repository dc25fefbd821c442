/** Numbers that property tests make things of, and how jqwik makes less of what fails. */
@NullMarked
package dev.drift.engine.choice;

import org.jspecify.annotations.NullMarked;
