/** The command line: one picocli class per command. */
@NullMarked
package dev.drift.cli;

import org.jspecify.annotations.NullMarked;
