/**
 * The resolved model of WIT packages: arenas of packages, interfaces, worlds and types that refer to each other by id.
 *
 * <p>Names are those of the reference implementation. Everything here is immutable, safe to share between threads, and
 * free of any parser type; it may import {@code dev.wit4j.parser.source} and the JDK alone.
 *
 * <p>Records that are compared, or are keys of maps, while a package is read have their {@code equals} and {@code hashCode}
 * written out: what the compiler makes of a record links method handles at the first call, which is a good part of what a
 * process costs that reads one package.
 */
@NullMarked
package dev.wit4j.parser.model;

import org.jspecify.annotations.NullMarked;
