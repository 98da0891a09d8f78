package dev.wit4j.runtime;

import java.time.Instant;

/** What a worker is doing on this host. */
public sealed interface WorkerState {
    /** It has no instance here; a call loads it. */
    record Unloaded() implements WorkerState {}

    /** It is claimed, and its instance replays the journal. */
    record Loading() implements WorkerState {}

    /** It waits for calls. */
    record Idle() implements WorkerState {}

    /** It runs the invocation with this key. */
    record Running(String key) implements WorkerState {}

    /** The invocation with this key failed so many times since it last got further, and is tried again. */
    record Retrying(String key, int failedAttempts, Instant next) implements WorkerState {}

    /** It takes no calls until somebody resumes it; {@code reason} says why. */
    record Stopped(WorkerStoppedException reason) implements WorkerState {}
}
