package dev.wit4j.runtime;

import dev.wit4j.journal.BucketReader;
import dev.wit4j.journal.WorkerId;

/** What a {@link HostProvider} may use on behalf of one worker. */
public interface HostContext {
    /** The worker. */
    WorkerId worker();

    /** The buckets as the worker sees them; for functions of the class <i>read</i>, and for these alone. */
    BucketReader buckets();
}
