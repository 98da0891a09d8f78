package dev.wit4j.keyvalue.draft2;

import dev.wit4j.Bytes;
import dev.wit4j.journal.BucketReader;
import dev.wit4j.keyvalue.bucket.BucketRequests;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import wit.wasi.keyvalue.v0_2_0_draft2.store.Bucket;
import wit.wasi.keyvalue.v0_2_0_draft2.store.KeyResponse;

/**
 * An open bucket.
 *
 * @param name its name
 * @param requests how it is asked
 */
record StoredBucket(String name, BucketRequests requests) implements Bucket {
    /** The name of a bucket of this host. */
    static String nameOf(Bucket bucket) {
        return ((StoredBucket) bucket).name;
    }

    @Override
    public Optional<Bytes> get(String key) {
        return StoreErrors.orError(() -> requests.get(name, key));
    }

    @Override
    public void set(String key, Bytes value) {
        StoreErrors.orError(() -> requests.put(name, key, value));
    }

    @Override
    public void delete(String key) {
        StoreErrors.orError(() -> requests.delete(name, List.of(key)));
    }

    @Override
    public boolean exists(String key) {
        return StoreErrors.orError(() -> requests.exists(name, key));
    }

    @Override
    public KeyResponse listKeys(Optional<String> cursor) {
        return StoreErrors.orError(() -> {
            BucketReader.Page page = requests.keys(name, position(cursor));
            return new KeyResponse(
                    page.keys(),
                    page.next().isPresent()
                            ? Optional.of(Long.toString(page.next().getAsLong()))
                            : Optional.empty());
        });
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }

    private static OptionalLong position(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return OptionalLong.empty();
        }
        String text = cursor.get();
        try {
            long position = Long.parseUnsignedLong(text);
            if (text.equals(Long.toUnsignedString(position))) {
                return OptionalLong.of(position);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw BucketRequests.noCursor(text);
    }
}
