/**
 * Components at run time: codecs that know a type and no format, the types of functions and resources, the one method that
 * every call goes through, and handles. May import {@code dev.wit4j}, {@code dev.wit4j.value} and the JDK.
 */
@NullMarked
package dev.wit4j.component;

import org.jspecify.annotations.NullMarked;
