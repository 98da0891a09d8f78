/**
 * The durable worker: components, their instances, the journaling of every call that leaves one, and replay. May import the
 * other packages of this module, slf4j and the JDK.
 */
@NullMarked
package dev.wit4j.runtime;

import org.jspecify.annotations.NullMarked;
