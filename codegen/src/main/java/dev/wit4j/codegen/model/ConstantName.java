package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;

/**
 * The name of a constant.
 *
 * @param owner the class that declares it
 * @param name its name there
 */
public record ConstantName(JavaName owner, String name) {}
