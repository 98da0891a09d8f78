/** What is wrong with the input, as a build reports it. May import the parser's diagnostics and sources, and the JDK. */
@NullMarked
package dev.wit4j.maven.report;

import org.jspecify.annotations.NullMarked;
