package dev.wit4j.keyvalue.io2023;

import wit.wasi.io.v0_2_0_rc_2023_11_10.error.Error;

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
