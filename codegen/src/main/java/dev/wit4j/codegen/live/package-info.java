/**
 * What of a resolved model Java source is generated for. May import the parser's model and the JDK.
 */
@NullMarked
package dev.wit4j.codegen.live;

import org.jspecify.annotations.NullMarked;
