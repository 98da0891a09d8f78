package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;

/**
 * An exception that carries a declared error.
 *
 * @param name its class
 * @param error the type of the error
 * @param witName the WIT name of that type, or of the function if the type has none
 */
public record ExceptionModel(JavaName name, ValueType error, String witName) {}
