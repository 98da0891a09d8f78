package dev.wit4j.keyvalue.io;

/** Is ready: a body in memory never keeps anybody waiting. */
public record ReadyPollable() implements HostPollable {
    @Override
    public long readyAt() {
        return 0;
    }

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
