package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.util.Optional;

/**
 * A change of a key in a bucket.
 *
 * @param id made from the id of the write, so that the same change has the same one however often it is read, and another
 *     change another
 * @param value what the key holds behind the write; empty if it was removed
 */
public record BucketChange(String id, String bucket, String key, Optional<Bytes> value) {}
