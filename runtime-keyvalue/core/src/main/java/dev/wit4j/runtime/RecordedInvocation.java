package dev.wit4j.runtime;

import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.Hash;
import java.util.List;

/**
 * An invocation as it is read back.
 *
 * @param started its first entry
 * @param calls what replay answers from: its entries without those that are only told to people
 * @param failedAttempts how many attempts of it have failed since one last got further than those before it
 * @param end how it ended
 */
record RecordedInvocation(Entry.Started started, List<Recorded> calls, int failedAttempts, End end) {
    RecordedInvocation {
        calls = List.copyOf(calls);
    }

    /** How an invocation ended. */
    sealed interface End {
        /** Not yet: it goes on behind what is recorded. */
        record Open() implements End {}

        /** With an answer. */
        record Completed(long index, Hash result) implements End {}

        /** Given up, as if it had never begun. */
        record Skipped() implements End {}
    }
}
