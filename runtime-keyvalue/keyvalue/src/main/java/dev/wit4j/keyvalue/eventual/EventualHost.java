package dev.wit4j.keyvalue.eventual;

import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.TextContent;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.ResourceContent;
import wit.wasi.keyvalue.v0_1.atomic.AtomicFunctions;
import wit.wasi.keyvalue.v0_1.cache.CacheCodecs;
import wit.wasi.keyvalue.v0_1.cache.CacheFunctions;
import wit.wasi.keyvalue.v0_1.eventual.EventualFunctions;
import wit.wasi.keyvalue.v0_1.eventual_batch.EventualBatchFunctions;
import wit.wasi.keyvalue.v0_1.types.TypesCodecs;
import wit.wasi.keyvalue.v0_1.types.TypesFunctions;
import wit.wasi.keyvalue.v0_1.wasi_keyvalue_error.Error;
import wit.wasi.keyvalue.v0_1.wasi_keyvalue_error.WasiKeyvalueErrorCodecs;
import wit.wasi.keyvalue.v0_1.wasi_keyvalue_error.WasiKeyvalueErrorFunctions;

/** Registers what a component of {@code wasi:keyvalue@0.1.0} imports. */
public final class EventualHost {
    private EventualHost() {}

    /** Adds it to what a host implements. */
    public static void register(HostFunctions.Builder host, BucketRequests requests, CacheRequests cache) {
        registerCache(host, cache);
        host.implement(TypesFunctions.TYPE, new LocalTypes())
                .local(TypesFunctions.TYPE)
                .ofSelf(TypesCodecs.OUTGOING_VALUE.drop(), BodyOutgoingValue::behaviourOfDrop)
                .local(WasiKeyvalueErrorFunctions.TYPE)
                .implement(EventualFunctions.TYPE, new StoredEventual(requests))
                .read(EventualFunctions.GET, EventualFunctions.EXISTS)
                .write(EventualFunctions.SET, EventualFunctions.DELETE)
                .implement(EventualBatchFunctions.TYPE, new StoredEventualBatch(requests))
                .read(EventualBatchFunctions.GET_MANY, EventualBatchFunctions.KEYS)
                .write(EventualBatchFunctions.SET_MANY, EventualBatchFunctions.DELETE_MANY)
                .implement(AtomicFunctions.TYPE, new CountingAtomic(requests))
                .write(AtomicFunctions.INCREMENT, AtomicFunctions.COMPARE_AND_SWAP)
                .content(TypesCodecs.BUCKET, new TextContent<>(NamedBucket::nameOf, NamedBucket::new))
                .content(WasiKeyvalueErrorCodecs.ERROR, new TextContent<>(Error::trace, TraceError::new))
                .content(
                        TypesCodecs.INCOMING_VALUE,
                        ResourceContent.of(BodyIncomingValue::contentOf, BodyIncomingValue::new))
                .content(TypesCodecs.OUTGOING_VALUE, BodyOutgoingValue.CONTENT);
    }

    private static void registerCache(HostFunctions.Builder host, CacheRequests cache) {
        host.implement(CacheFunctions.TYPE, new StoredCache(cache))
                .local(CacheFunctions.TYPE)
                .read(CacheFunctions.GET, CacheFunctions.EXISTS, CacheFunctions.GET_OR_SET)
                .write(CacheFunctions.SET, CacheFunctions.DELETE)
                .write(CacheCodecs.VACANCY.drop(), CacheCodecs.FUTURE_GET_OR_SET_RESULT.drop())
                .content(CacheCodecs.FUTURE_GET_RESULT, CacheFutures.Value.CONTENT)
                .content(CacheCodecs.FUTURE_EXISTS_RESULT, CacheFutures.Presence.CONTENT)
                .content(CacheCodecs.FUTURE_RESULT, CacheFutures.End.CONTENT)
                .content(CacheCodecs.FUTURE_GET_OR_SET_RESULT, CacheFutures.Entry.content(cache))
                .content(CacheCodecs.VACANCY, FillableVacancy.content(cache));
    }
}
