package dev.wit4j.host.golem;

import dev.wit4j.Bytes;
import dev.wit4j.Tuple2;
import dev.wit4j.runtime.JavaComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.test.generations.KeyValueService;
import wit.wasi.keyvalue.batch.Batch;
import wit.wasi.keyvalue.readwrite.Readwrite;
import wit.wasi.keyvalue.types.Bucket;
import wit.wasi.keyvalue.types.IncomingValue;
import wit.wasi.keyvalue.types.OutgoingValue;
import wit.wasi.keyvalue.types.Types;
import wit.wasi.keyvalue.wasi_cloud_error.ErrorException;

/** Golem's {@code key-value-service} in Java: what it calls, and what it makes of the errors, is the same. */
public final class GolemsGuest implements KeyValueService.Guest {
    /** The component. */
    public static final JavaComponent<KeyValueService.Imports, KeyValueService.Guest, KeyValueService.Exports>
            COMPONENT = JavaComponent.of("key-value-service", KeyValueService.TYPE, GolemsGuest::new);

    private final Types types;
    private final Readwrite readwrite;
    private final Batch batch;

    GolemsGuest(KeyValueService.Imports imports) {
        types = imports.types();
        readwrite = imports.readwrite();
        batch = imports.batch();
    }

    @Override
    public Optional<Bytes> get(String bucket, String key) {
        try (Bucket open = open(bucket);
                IncomingValue found = readwrite.get(open, key)) {
            return Optional.of(found.incomingValueConsumeSync());
        } catch (ErrorException e) {
            return absent(e);
        }
    }

    @Override
    public void set(String bucket, String key, Bytes value) {
        try (Bucket open = open(bucket);
                OutgoingValue outgoing = outgoing(value)) {
            readwrite.set(open, key, outgoing);
        }
    }

    @Override
    public void delete(String bucket, String key) {
        try (Bucket open = open(bucket)) {
            readwrite.delete(open, key);
        }
    }

    @Override
    public boolean exists(String bucket, String key) {
        try (Bucket open = open(bucket)) {
            return readwrite.exists(open, key);
        }
    }

    @Override
    public Optional<List<Bytes>> getMany(String bucket, List<String> keys) {
        try (Bucket open = open(bucket)) {
            List<Bytes> values = new ArrayList<>();
            for (IncomingValue found : batch.getMany(open, keys)) {
                try (found) {
                    values.add(found.incomingValueConsumeSync());
                }
            }
            return Optional.of(values);
        } catch (ErrorException e) {
            return absent(e);
        }
    }

    @Override
    public void setMany(String bucket, List<Tuple2<String, Bytes>> keyValues) {
        List<Tuple2<String, OutgoingValue>> outgoing = new ArrayList<>();
        try (Bucket open = open(bucket)) {
            keyValues.forEach(pair -> outgoing.add(new Tuple2<>(pair.first(), outgoing(pair.second()))));
            batch.setMany(open, outgoing);
        } finally {
            outgoing.forEach(pair -> pair.second().close());
        }
    }

    @Override
    public void deleteMany(String bucket, List<String> keys) {
        try (Bucket open = open(bucket)) {
            batch.deleteMany(open, keys);
        }
    }

    @Override
    public List<String> getKeys(String bucket) {
        try (Bucket open = open(bucket)) {
            return batch.getKeys(open);
        }
    }

    private Bucket open(String name) {
        return types.bucket().openBucket(name);
    }

    private OutgoingValue outgoing(Bytes value) {
        OutgoingValue outgoing = types.outgoingValue().newOutgoingValue();
        outgoing.outgoingValueWriteBodySync(value);
        return outgoing;
    }

    private static <T> Optional<T> absent(ErrorException e) {
        if (e.error().trace().equals("Key not found")) {
            return Optional.empty();
        }
        throw e;
    }
}
