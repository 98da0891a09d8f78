package dev.wit4j.keyvalue.io;

import wit.wasi.io.v0_2.poll.Pollable;

/** Is ready: a body in memory never keeps anybody waiting. */
record ReadyPollable() implements Pollable {
    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void block() {
        // It is ready.
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
