/** Runs components on a store that a URI names. May import everything at run time. */
@NullMarked
package dev.wit4j.host;

import org.jspecify.annotations.NullMarked;
