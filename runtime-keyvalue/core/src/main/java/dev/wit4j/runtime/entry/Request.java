package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import dev.wit4j.journal.WorkerId;
import java.util.List;

/**
 * A call of an exported function, as it waits in a mailbox and stands in the journal.
 *
 * @param item the exported item of the world
 * @param function the wire name of the function
 * @param fingerprint of the function's signature
 * @param arguments in binary value encoding, one after the other
 * @param callers the workers whose calls led here, the first caller first; empty for a call from outside
 */
public record Request(String item, String function, long fingerprint, Bytes arguments, List<WorkerId> callers) {
    public Request {
        callers = List.copyOf(callers);
    }
}
