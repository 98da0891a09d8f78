/**
 * What generated signatures name: bytes, tuples, results, resources and the exceptions of declared errors. Imports the JDK
 * alone.
 */
@NullMarked
package dev.wit4j;

import org.jspecify.annotations.NullMarked;
