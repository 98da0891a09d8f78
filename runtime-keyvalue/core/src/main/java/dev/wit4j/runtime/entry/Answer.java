package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;

/** What a function answered. */
public sealed interface Answer {
    /** Its result in binary value encoding; no bytes if it has none. */
    record Ok(Bytes value) implements Answer {}

    /** Its declared error in binary value encoding; no bytes if the error has no type. */
    record Err(Bytes value) implements Answer {}

    /** No answer that it declares: the invocation was given up. The message is for people. */
    record Failed(String message) implements Answer {}
}
