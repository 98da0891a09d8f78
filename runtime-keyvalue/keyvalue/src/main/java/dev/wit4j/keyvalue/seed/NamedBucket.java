package dev.wit4j.keyvalue.seed;

import wit.wasi.keyvalue.types.Bucket;

/** An open bucket: no more than its name. */
record NamedBucket(String name) implements Bucket {
    /** The name of a bucket of this host. */
    static String nameOf(Bucket bucket) {
        return ((NamedBucket) bucket).name;
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
