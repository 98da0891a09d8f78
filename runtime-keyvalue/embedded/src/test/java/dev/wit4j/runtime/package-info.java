/** Workers of the runtime's own tests, on the embedded store. */
@org.jspecify.annotations.NullMarked
package dev.wit4j.runtime;
