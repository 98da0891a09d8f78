/** How threads wait for each other. May import the JDK. */
@NullMarked
package dev.wit4j.embedded.thread;

import org.jspecify.annotations.NullMarked;
