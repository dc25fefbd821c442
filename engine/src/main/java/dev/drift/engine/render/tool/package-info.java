/**
 * A repair as the next migration of the user's own tool: its file names, markers and rules about
 * transactions. One tool a file, listed once in {@link dev.drift.engine.render.tool.ToolFormats}.
 */
@NullMarked
package dev.drift.engine.render.tool;

import org.jspecify.annotations.NullMarked;
