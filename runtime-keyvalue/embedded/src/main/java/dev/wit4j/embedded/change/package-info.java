/**
 * What a record of the log says: the changes that a commit came to, each with its result and none with a condition, so that
 * the same records always lead to the same tables. May import {@code dev.wit4j}, {@code dev.wit4j.journal}, the payload of
 * {@code dev.wit4j.embedded.log} and the JDK.
 */
@NullMarked
package dev.wit4j.embedded.change;

import org.jspecify.annotations.NullMarked;
