package dev.wit4j.keyvalue.io2023;

import wit.wasi.io.v0_2_0_rc_2023_11_10.poll.Pollable;

/** Is ready: a body in memory never keeps anybody waiting. */
public record ReadyPollable() implements Pollable {
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
