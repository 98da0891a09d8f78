package dev.wit4j.keyvalue.io;

import wit.wasi.io.v0_2.error.Error;

/** An error that is no more than its message. */
record TextError(String message) implements Error {
    @Override
    public String toDebugString() {
        return message;
    }

    @Override
    public String toString() {
        return message;
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
