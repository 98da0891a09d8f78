package dev.wit4j.parser.binary;

/** An expression of the text format; {@code offset} is where it begins, in characters. */
sealed interface SExpression {
    int offset();

    record Items(java.util.List<SExpression> items, int offset) implements SExpression {}

    /** A keyword, a number or an identifier with its {@code $}. */
    record Atom(String text, int offset) implements SExpression {}

    record Bytes(byte[] value, int offset) implements SExpression {}
}
