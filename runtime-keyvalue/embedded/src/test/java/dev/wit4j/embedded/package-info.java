/** The embedded store is tested here. */
@org.jspecify.annotations.NullMarked
package dev.wit4j.embedded;
