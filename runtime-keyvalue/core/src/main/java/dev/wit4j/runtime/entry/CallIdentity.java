package dev.wit4j.runtime.entry;

/**
 * What a call is known by on replay.
 *
 * @param function the imported item and the function, {@code wasi:keyvalue/readwrite#get}
 * @param fingerprint of the function's signature
 * @param arguments of the canonical bytes of the arguments
 */
public record CallIdentity(String function, long fingerprint, Hash arguments) {}
