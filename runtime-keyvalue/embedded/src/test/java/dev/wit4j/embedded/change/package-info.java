/** The bytes of records are tested here. */
@org.jspecify.annotations.NullMarked
package dev.wit4j.embedded.change;
