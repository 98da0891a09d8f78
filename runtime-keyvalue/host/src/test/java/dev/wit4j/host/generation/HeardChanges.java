package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.test.generations.heard.Change;
import wit.test.generations.heard.Heard;

/** Remembers what a watcher heard. */
final class HeardChanges implements Heard {
    private final List<Change> changes = new ArrayList<>();

    void add(Optional<Bytes> bucket, String key, Optional<Bytes> value) {
        changes.add(new Change(bucket, key, value));
    }

    @Override
    public List<Change> changes() {
        return List.copyOf(changes);
    }
}
