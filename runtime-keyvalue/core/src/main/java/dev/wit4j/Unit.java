package dev.wit4j;

/** The value of an absent side of a {@link Result}, and of the empty tuple: there is one, and it says nothing. */
public enum Unit {
    /** The only value. */
    VALUE
}
