package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Place;
import dev.wit4j.embedded.table.Rows;
import dev.wit4j.embedded.table.TableReader;
import dev.wit4j.journal.BucketReader.Page;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;

/** What the buckets hold, durable or not: the overlay over the tables. Safe to share. */
final class BucketStore {
    private final Engine engine;
    private final BucketOverlay overlay = new BucketOverlay();

    BucketStore(Engine engine) {
        this.engine = engine;
    }

    BucketOverlay overlay() {
        return overlay;
    }

    /**
     * Something that was read.
     *
     * @param record the last record that it rests on; 0 if it is durable
     */
    record Seen<T>(T value, long record) {}

    /** What {@code place} holds. */
    Seen<Optional<Rows.Entry>> find(Place place) {
        engine.log().checkUsable();
        return overlay.read(place, this::load, () -> {
            Optional<Rows.Entry> entry = engine.tables().read(reader -> reader.entry(place));
            return new Seen<>(entry.filter(found -> !engine.clock().hasPassed(found.expires())), 0);
        });
    }

    /** What was written; empty if it has gone to the tables meanwhile. */
    private Optional<Seen<Optional<Rows.Entry>>> load(BucketOverlay.Written written) {
        if (written.value().isEmpty() || engine.clock().hasPassed(written.expires())) {
            return Optional.of(new Seen<>(Optional.empty(), written.record()));
        }
        try {
            Optional<Bytes> value = written.value().get().load(engine.log());
            return value.map(
                    bytes -> new Seen<>(Optional.of(new Rows.Entry(bytes, written.expires())), written.record()));
        } catch (IOException e) {
            throw new StorageException("cannot read the log: " + e.getMessage(), e);
        }
    }

    /** One page of keys. */
    Seen<Page> keys(String bucket, long after, int limit) {
        engine.log().checkUsable();
        NavigableMap<Place, BucketOverlay.Written> written = overlay.behind(bucket, after);
        long record = written.values().stream()
                .mapToLong(BucketOverlay.Written::record)
                .max()
                .orElse(0);
        var listing = new Listing(written, after, limit);
        engine.tables().read(reader -> {
            reader.keys(bucket, after, listing);
            return true;
        });
        return new Seen<>(listing.finish(), record);
    }

    /** Merges what was written into the keys of the tables, which are given in the same order. */
    private final class Listing implements TableReader.Keys {
        private final NavigableMap<Place, BucketOverlay.Written> written;
        private final int limit;
        private final List<String> keys = new ArrayList<>();
        private long last;
        private boolean full;

        Listing(NavigableMap<Place, BucketOverlay.Written> written, long after, int limit) {
            this.written = written;
            this.limit = limit;
            last = after;
        }

        /** The tables are younger than the overlay was: where they hold a record, they know better. */
        @Override
        public void begin(long applied) {
            written.values().removeIf(each -> each.record() <= applied);
        }

        @Override
        public boolean next(Place place, OptionalLong expires) {
            addWritten(written.headMap(place, false));
            if (!full && !written.containsKey(place)) {
                add(place, !engine.clock().hasPassed(expires));
            }
            return !full;
        }

        Page finish() {
            addWritten(written);
            return new Page(keys, full ? OptionalLong.of(last) : OptionalLong.empty());
        }

        private void addWritten(NavigableMap<Place, BucketOverlay.Written> part) {
            Iterator<Map.Entry<Place, BucketOverlay.Written>> each =
                    part.entrySet().iterator();
            while (!full && each.hasNext()) {
                Map.Entry<Place, BucketOverlay.Written> entry = each.next();
                BucketOverlay.Written value = entry.getValue();
                add(entry.getKey(), value.value().isPresent() && !engine.clock().hasPassed(value.expires()));
                if (!full) {
                    each.remove();
                }
            }
        }

        /** A page ends between two different orders. */
        private void add(Place place, boolean present) {
            if (present && keys.size() >= limit && place.order() > last) {
                full = true;
            } else if (present) {
                keys.add(place.key());
                last = place.order();
            }
        }
    }
}
