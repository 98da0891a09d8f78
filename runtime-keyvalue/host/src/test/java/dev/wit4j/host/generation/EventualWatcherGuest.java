package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import java.util.Optional;
import wit.test.generations.EventualWatcher;
import wit.test.generations.heard.Heard;
import wit.wasi.keyvalue.v0_1.handle_watch.HandleWatch;
import wit.wasi.keyvalue.v0_1.types.Bucket;
import wit.wasi.keyvalue.v0_1.types.IncomingValue;

/** Hears of changes by 0.1.0. */
public final class EventualWatcherGuest implements EventualWatcher.Guest {
    private final EventualWatcher.Imports imports;
    private final HeardChanges heard = new HeardChanges();

    /** A guest of its world. */
    public EventualWatcherGuest(EventualWatcher.Imports imports) {
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
        return imports.eventual().get(bucket, "name").map(IncomingValue::incomingValueConsumeSync);
    }
}
