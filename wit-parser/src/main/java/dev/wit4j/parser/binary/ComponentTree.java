package dev.wit4j.parser.binary;

import java.util.List;

/**
 * A component that holds nothing but types.
 *
 * @param declarations what it declares, in order
 * @param customs its custom sections
 */
record ComponentTree(List<Declaration> declarations, List<CustomSection> customs) {}
