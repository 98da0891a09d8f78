package dev.wit4j.keyvalue.seed;

import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.TextContent;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.ResourceContent;
import wit.wasi.keyvalue.atomic.AtomicFunctions;
import wit.wasi.keyvalue.batch.BatchFunctions;
import wit.wasi.keyvalue.cache.CacheCodecs;
import wit.wasi.keyvalue.cache.CacheFunctions;
import wit.wasi.keyvalue.readwrite.ReadwriteFunctions;
import wit.wasi.keyvalue.types.TypesCodecs;
import wit.wasi.keyvalue.types.TypesFunctions;
import wit.wasi.keyvalue.wasi_cloud_error.Error;
import wit.wasi.keyvalue.wasi_cloud_error.WasiCloudErrorCodecs;
import wit.wasi.keyvalue.wasi_cloud_error.WasiCloudErrorFunctions;

/** Registers what a component of {@code wasi:keyvalue} without a version imports. */
public final class SeedHost {
    private SeedHost() {}

    /** Adds it to what a host implements. */
    public static void register(HostFunctions.Builder host, BucketRequests requests, CacheRequests cache) {
        registerCache(host, cache);
        host.implement(TypesFunctions.TYPE, new LocalTypes())
                .local(TypesFunctions.TYPE)
                .ofSelf(TypesCodecs.OUTGOING_VALUE.drop(), BodyOutgoingValue::behaviourOfDrop)
                .local(WasiCloudErrorFunctions.TYPE)
                .implement(ReadwriteFunctions.TYPE, new StoredReadwrite(requests))
                .read(ReadwriteFunctions.GET, ReadwriteFunctions.EXISTS)
                .write(ReadwriteFunctions.SET, ReadwriteFunctions.DELETE)
                .implement(BatchFunctions.TYPE, new StoredBatch(requests))
                .read(BatchFunctions.GET_MANY, BatchFunctions.GET_KEYS)
                .write(BatchFunctions.SET_MANY, BatchFunctions.DELETE_MANY)
                .implement(AtomicFunctions.TYPE, new CountingAtomic(requests))
                .write(AtomicFunctions.INCREMENT, AtomicFunctions.COMPARE_AND_SWAP)
                .content(TypesCodecs.BUCKET, new TextContent<>(NamedBucket::nameOf, NamedBucket::new))
                .content(WasiCloudErrorCodecs.ERROR, new TextContent<>(Error::trace, TraceError::new))
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
