package dev.wit4j.keyvalue.bucket;

/** What a component does to a bucket, as far as access rules tell it apart. */
public enum Verb {
    /** Gets values, or asks whether they exist. */
    READ,
    /** Sets, deletes, increments or swaps values. */
    WRITE,
    /** Lists keys. */
    LIST
}
