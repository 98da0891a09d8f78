/**
 * From generated contents to files on disk, all or nothing. May import the JDK alone.
 */
@NullMarked
package dev.wit4j.codegen.output;

import org.jspecify.annotations.NullMarked;
