package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import java.util.Optional;
import wit.test.generations.SeedWatcher;
import wit.test.generations.heard.Heard;
import wit.wasi.keyvalue.handle_watch.HandleWatch;
import wit.wasi.keyvalue.types.Bucket;
import wit.wasi.keyvalue.types.IncomingValue;
import wit.wasi.keyvalue.wasi_cloud_error.ErrorException;

/** Hears of changes by the generation without a version. */
public final class SeedWatcherGuest implements SeedWatcher.Guest {
    private final SeedWatcher.Imports imports;
    private final HeardChanges heard = new HeardChanges();

    /** A guest of its world. */
    public SeedWatcherGuest(SeedWatcher.Imports imports) {
        this.imports = imports;
    }

    @Override
    public Heard heard() {
        return heard;
    }

    @Override
    public HandleWatch handleWatch() {
        return new HandleWatch() {
            @Override
            public void onSet(Bucket bucket, String key, IncomingValue incomingValue) {
                try (bucket) {
                    heard.add(nameOf(bucket), key, Optional.of(incomingValue.incomingValueConsumeSync()));
                }
            }

            @Override
            public void onDelete(Bucket bucket, String key) {
                try (bucket) {
                    heard.add(nameOf(bucket), key, Optional.empty());
                }
            }
        };
    }

    private Optional<Bytes> nameOf(Bucket bucket) {
        try (var value = imports.readwrite().get(bucket, "name")) {
            return Optional.of(value.incomingValueConsumeSync());
        } catch (ErrorException e) {
            return Optional.empty();
        }
    }
}
