package dev.drift.engine.canon.resolve;

import dev.drift.engine.canon.tree.Node.Scalar;

/** A column that can be named in a query, and how it is written in full. */
record Visible(String name, Scalar reference) {}
