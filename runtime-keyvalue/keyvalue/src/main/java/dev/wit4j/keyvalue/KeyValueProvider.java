package dev.wit4j.keyvalue;

import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.bucket.Verb;
import dev.wit4j.keyvalue.draft.DraftHost;
import dev.wit4j.keyvalue.draft2.Draft2Host;
import dev.wit4j.keyvalue.eventual.EventualHost;
import dev.wit4j.keyvalue.seed.SeedHost;
import dev.wit4j.runtime.ChangeHandler;
import dev.wit4j.runtime.ComponentDefinition;
import dev.wit4j.runtime.HostContext;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.HostProvider;
import java.util.Optional;

/**
 * Hosts {@code wasi:keyvalue} in all its generations, and {@code wasi:io} as far as they use it. Components of different
 * generations in one host see the same buckets.
 *
 * @param options how buckets are offered
 */
public record KeyValueProvider(KeyValueOptions options) implements HostProvider {
    /** A provider with the default options. */
    public KeyValueProvider() {
        this(KeyValueOptions.DEFAULT);
    }

    @Override
    public Optional<ChangeHandler> watcher(ComponentDefinition component, String bucket) {
        Optional<WatcherExport> export = WatcherExport.of(component);
        if (export.isPresent() && !options.offers(bucket)) {
            throw new IllegalArgumentException("component " + component.name() + " is to watch the bucket '" + bucket
                    + "', which is none that components have: it is not declared, or the host's own");
        }
        if (export.isPresent() && !options.access().allow(component.name(), Verb.READ, bucket)) {
            throw new IllegalArgumentException("component " + component.name() + " is to watch the bucket '" + bucket
                    + "', which it may not read");
        }
        return export.map(handler -> handler);
    }

    @Override
    public HostFunctions open(HostContext context) {
        var requests = new BucketRequests(context, options);
        var cache = new CacheRequests(context, requests, options.cache());
        HostFunctions.Builder host = HostFunctions.builder();
        dev.wit4j.keyvalue.io.IoHost.register(host, context.clock());
        dev.wit4j.keyvalue.io2023.IoHost.register(host);
        SeedHost.register(host, requests, cache);
        EventualHost.register(host, requests, cache);
        DraftHost.register(host, requests);
        Draft2Host.register(host, requests);
        return host.build();
    }
}
