package dev.wit4j.keyvalue.io;

import wit.wasi.io.v0_2.poll.Pollable;

/** What a host implements a pollable by: {@code poll} waits for all of them together, whoever made them. */
public interface HostPollable extends Pollable {
    /** The instant of the worker's clock at which it is ready, unsigned; 0 if it always is. */
    long readyAt();
}
