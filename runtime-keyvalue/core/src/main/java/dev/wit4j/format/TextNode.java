package dev.wit4j.format;

/** A piece of text that was recognised before it is known what type it is to be of. */
interface TextNode {
    /** Where it begins. */
    int at();
}
