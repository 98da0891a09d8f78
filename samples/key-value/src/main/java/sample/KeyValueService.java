package sample;

import dev.wit4j.Bytes;
import java.util.Optional;
import wit.golem.examples.KeyValueExample;
import wit.wasi.keyvalue.readwrite.Readwrite;
import wit.wasi.keyvalue.types.Types;
import wit.wasi.keyvalue.wasi_cloud_error.ErrorException;

/** Sets and gets values in buckets. */
public final class KeyValueService implements KeyValueExample.Guest {
    private final Types types;
    private final Readwrite readwrite;

    public KeyValueService(KeyValueExample.Imports imports) {
        types = imports.types();
        readwrite = imports.readwrite();
    }

    @Override
    public Optional<Bytes> get(String bucket, String key) {
        try (var open = types.bucket().openBucket(bucket);
                var found = readwrite.get(open, key)) {
            return Optional.of(found.incomingValueConsumeSync());
        } catch (ErrorException e) {
            if (e.error().trace().equals("Key not found")) return Optional.empty();
            throw e;
        }
    }

    @Override
    public void set(String bucket, String key, Bytes value) {
        try (var open = types.bucket().openBucket(bucket);
                var outgoing = types.outgoingValue().newOutgoingValue()) {
            outgoing.outgoingValueWriteBodySync(value);
            readwrite.set(open, key, outgoing);
        }
    }
}
