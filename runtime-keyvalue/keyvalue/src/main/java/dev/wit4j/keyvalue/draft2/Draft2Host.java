package dev.wit4j.keyvalue.draft2;

import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.TextContent;
import dev.wit4j.runtime.HostFunctions;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.AtomicsCodecs;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.AtomicsFunctions;
import wit.wasi.keyvalue.v0_2_0_draft2.batch.BatchFunctions;
import wit.wasi.keyvalue.v0_2_0_draft2.store.Store;
import wit.wasi.keyvalue.v0_2_0_draft2.store.StoreCodecs;
import wit.wasi.keyvalue.v0_2_0_draft2.store.StoreFunctions;

/** Registers what a component of {@code wasi:keyvalue@0.2.0-draft2} imports. */
public final class Draft2Host {
    private Draft2Host() {}

    /** Adds it to what a host implements. */
    public static void register(HostFunctions.Builder host, BucketRequests requests) {
        host.implement(StoreFunctions.TYPE, opening(requests))
                .read(
                        StoreFunctions.OPEN,
                        StoreFunctions.BUCKET_GET,
                        StoreFunctions.BUCKET_EXISTS,
                        StoreFunctions.BUCKET_LIST_KEYS)
                .write(StoreFunctions.BUCKET_SET, StoreFunctions.BUCKET_DELETE)
                .implement(BatchFunctions.TYPE, new StoredBatch(requests))
                .read(BatchFunctions.GET_MANY)
                .write(BatchFunctions.SET_MANY, BatchFunctions.DELETE_MANY)
                .implement(AtomicsFunctions.TYPE, new StoredAtomics(requests))
                .local(AtomicsFunctions.CAS_CURRENT)
                .read(AtomicsFunctions.CAS_NEW)
                .write(AtomicsFunctions.INCREMENT, AtomicsFunctions.SWAP)
                .content(AtomicsCodecs.CAS, SeenValue.CONTENT)
                .content(
                        StoreCodecs.BUCKET,
                        new TextContent<>(StoredBucket::nameOf, name -> new StoredBucket(name, requests)));
    }

    private static Store opening(BucketRequests requests) {
        return name -> StoreErrors.orError(() -> {
            requests.checkBucket(name);
            return new StoredBucket(name, requests);
        });
    }
}
