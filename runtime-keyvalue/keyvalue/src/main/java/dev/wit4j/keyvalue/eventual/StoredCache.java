package dev.wit4j.keyvalue.eventual;

import dev.wit4j.keyvalue.bucket.CacheRequests;
import java.util.Optional;
import wit.wasi.keyvalue.v0_1.cache.Cache;
import wit.wasi.keyvalue.v0_1.cache.FutureExistsResult;
import wit.wasi.keyvalue.v0_1.cache.FutureGetOrSetResult;
import wit.wasi.keyvalue.v0_1.cache.FutureGetResult;
import wit.wasi.keyvalue.v0_1.cache.FutureResult;
import wit.wasi.keyvalue.v0_1.types.OutgoingValue;

/** The cache: one bucket of the store, whose values may vanish. */
record StoredCache(CacheRequests requests) implements Cache {
    @Override
    public FutureGetResult get(String k) {
        return new CacheFutures.Value(requests.get(k));
    }

    @Override
    public FutureExistsResult exists(String k) {
        return new CacheFutures.Presence(requests.exists(k));
    }

    @Override
    public FutureResult set(String k, OutgoingValue v, Optional<Long> ttlMs) {
        return new CacheFutures.End(requests.put(k, BodyOutgoingValue.contentOf(v), ttlMs));
    }

    @Override
    public FutureGetOrSetResult getOrSet(String k) {
        return new CacheFutures.Entry(requests, requests.getOrSet(k));
    }

    @Override
    public FutureResult delete(String k) {
        return new CacheFutures.End(requests.delete(k));
    }
}
