/**
 * What benchmarks have in common: the corpus they read, load by threads, and the comparison of two subjects in one run. Imports
 * nothing of wit4j.
 */
@NullMarked
package dev.wit4j.benchmarks;

import org.jspecify.annotations.NullMarked;
