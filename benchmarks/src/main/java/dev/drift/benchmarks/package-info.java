/** How fast drift's engine is once it is warm, measured with JMH. */
@NullMarked
package dev.drift.benchmarks;

import org.jspecify.annotations.NullMarked;
