/** Builds with the Maven plugin, beside the same builds without it. Imports Maven's API. */
@NullMarked
package dev.wit4j.benchmarks.build;

import org.jspecify.annotations.NullMarked;
