package dev.wit4j.keyvalue.draft;

import dev.wit4j.keyvalue.bucket.BucketRequests;
import dev.wit4j.keyvalue.bucket.TextContent;
import dev.wit4j.runtime.HostFunctions;
import wit.wasi.keyvalue.v0_2_0_draft.atomics.AtomicsFunctions;
import wit.wasi.keyvalue.v0_2_0_draft.batch.BatchFunctions;
import wit.wasi.keyvalue.v0_2_0_draft.store.Store;
import wit.wasi.keyvalue.v0_2_0_draft.store.StoreCodecs;
import wit.wasi.keyvalue.v0_2_0_draft.store.StoreFunctions;

/** Registers what a component of {@code wasi:keyvalue@0.2.0-draft} imports. */
public final class DraftHost {
    private DraftHost() {}

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
                .implement(AtomicsFunctions.TYPE, new CountingAtomics(requests))
                .write(AtomicsFunctions.INCREMENT)
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
