/** The tools themselves make the history tables that drift reads, and accept the rows it writes. */
package dev.drift.engine.tools;
