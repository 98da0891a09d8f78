/**
 * WIT packages encoded as WebAssembly components: read from the binary and the text format, written to the binary format.
 *
 * <p>Bytes or text become a tree of declarations ({@code BinaryReader}, {@code WatReader}), the tree becomes a graph of types
 * ({@code Elaborator}), and the graph a model ({@code PackageDecoder}); writing goes from the model to the tree
 * ({@code PackageEncoder}) and to bytes ({@code BinaryWriter}). May import {@code dev.wit4j.parser.model},
 * {@code dev.wit4j.parser.draft}, {@code dev.wit4j.parser.source} and the JDK alone.
 */
@NullMarked
package dev.wit4j.parser.binary;

import org.jspecify.annotations.NullMarked;
