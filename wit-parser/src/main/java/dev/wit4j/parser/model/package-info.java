/**
 * The resolved model of WIT packages: arenas of packages, interfaces, worlds and types that refer to each other by id.
 *
 * <p>Names are those of the reference implementation. Everything here is immutable, safe to share between threads, and
 * free of any parser type; it may import {@code dev.wit4j.parser.source} and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.model;

import org.jspecify.annotations.NullMarked;
