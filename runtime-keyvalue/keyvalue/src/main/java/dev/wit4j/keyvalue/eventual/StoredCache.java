package dev.wit4j.keyvalue.eventual;

import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.TakenOnce;
import java.util.Optional;
import java.util.OptionalLong;
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
        return new CacheFutures.Value(TakenOnce.of(requests.get(k)));
    }

    @Override
    public FutureExistsResult exists(String k) {
        return new CacheFutures.Presence(TakenOnce.of(requests.exists(k)));
    }

    @Override
    public FutureResult set(String k, OutgoingValue v, Optional<Long> ttlMs) {
        return new CacheFutures.End(TakenOnce.of(requests.put(k, BodyOutgoingValue.contentOf(v), millis(ttlMs))));
    }

    @Override
    public FutureGetOrSetResult getOrSet(String k) {
        return new CacheFutures.Entry(requests, TakenOnce.of(requests.getOrSet(k)));
    }

    @Override
    public FutureResult delete(String k) {
        return new CacheFutures.End(TakenOnce.of(requests.delete(k)));
    }

    /** A time of WIT as one of the store. */
    static OptionalLong millis(Optional<Long> ttlMs) {
        return ttlMs.isPresent() ? OptionalLong.of(ttlMs.get()) : OptionalLong.empty();
    }
}
