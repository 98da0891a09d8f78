package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import java.util.Optional;
import wit.test.generations.DraftWatcher;
import wit.test.generations.heard.Heard;
import wit.wasi.keyvalue.v0_2_0_draft.store.Bucket;
import wit.wasi.keyvalue.v0_2_0_draft.watcher.Watcher;

/** Hears of changes by 0.2.0-draft. */
public final class DraftWatcherGuest implements DraftWatcher.Guest {
    private final HeardChanges heard = new HeardChanges();

    @Override
    public Heard heard() {
        return heard;
    }

    @Override
    public Watcher watcher() {
        return new Watcher() {
            @Override
            public void onSet(Bucket bucket, String key, Bytes value) {
                try (bucket) {
                    heard.add(bucket.get("name"), key, Optional.of(value));
                }
            }

            @Override
            public void onDelete(Bucket bucket, String key) {
                try (bucket) {
                    heard.add(bucket.get("name"), key, Optional.empty());
                }
            }
        };
    }
}
