package dev.wit4j.journal;

import dev.wit4j.Bytes;
import dev.wit4j.value.Text;

/**
 * A call of an exported function as it waits in a mailbox.
 *
 * @param key its idempotency key: the same key means the same call and the same answer; without lone
 *     surrogates
 * @param content function and arguments, encoded by the runtime, opaque to the store; the same key with other content is a
 *     conflict
 */
public record Invocation(String key, Bytes content) {
    public Invocation {
        Text.check(key, "idempotency key");
    }
}
