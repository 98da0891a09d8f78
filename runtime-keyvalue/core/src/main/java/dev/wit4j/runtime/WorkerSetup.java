package dev.wit4j.runtime;

import dev.wit4j.journal.Buckets;
import dev.wit4j.journal.WorkerId;
import java.util.List;

/**
 * What a worker is made of.
 *
 * @param id who it is
 * @param definition its component
 * @param exports what its component exports
 * @param providers the implementations of its imports, asked in this order
 * @param remote how it waits for other workers
 * @param time what its clock goes by
 * @param shared the buckets outside of every journal
 */
record WorkerSetup(
        WorkerId id,
        ComponentDefinition definition,
        WorkerExports exports,
        List<HostProvider> providers,
        RemoteCalls remote,
        HostTime time,
        Buckets shared) {
    WorkerSetup {
        providers = List.copyOf(providers);
    }
}
