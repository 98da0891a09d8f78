/**
 * The command line tool {@code wit4j}: each command reads WIT and hands it to the parser's passes or to the generator. May
 * import {@code dev.wit4j.parser}, {@code dev.wit4j.codegen}, Commons CLI and the JDK; nobody imports it.
 */
@NullMarked
package dev.wit4j.tool;

import org.jspecify.annotations.NullMarked;
