package dev.wit4j.embedded;

import dev.wit4j.Bytes;
import dev.wit4j.embedded.change.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Invariant 15, as a model: an overlay over tables that follow it is one map, in whatever order those meet who commit, apply and
 * read. A value is the number of the record that wrote it.
 */
@Param(name = "key", gen = IntGen.class, conf = "0:1")
public class OverlayModelTest {
    private static final int ORDERS = Integer.getInteger("wit4j.orders", 50);

    private final BucketOverlay overlay = new BucketOverlay();
    private final Map<Place, Long> tables = new ConcurrentHashMap<>();
    private final Queue<Committed> unapplied = new ConcurrentLinkedQueue<>();
    private long lastRecord;

    /** A commit that the tables do not know. */
    private record Committed(Place place, long record, boolean present, Transaction.Publication publication) {}

    /** Commits have the log to themselves. */
    @Operation(nonParallelGroup = "log")
    public void put(@Param(name = "key") int key) {
        commit(place(key), true);
    }

    @Operation(nonParallelGroup = "log")
    public void remove(@Param(name = "key") int key) {
        commit(place(key), false);
    }

    private void commit(Place place, boolean present) {
        long record = ++lastRecord;
        Optional<Value> value = present ? Optional.of(new Value(0, Bytes.EMPTY)) : Optional.empty();
        Transaction.Publication publication = overlay.publication(place, value, OptionalLong.empty());
        publication.publish(record);
        unapplied.add(new Committed(place, record, present, publication));
    }

    /** One thread brings the tables up to the log: all there is in one transaction, and only then the overlay forgets it. */
    @Operation(nonParallelGroup = "applier")
    public void apply() {
        List<Committed> batch = new ArrayList<>();
        for (Committed next = unapplied.poll(); next != null; next = unapplied.poll()) {
            batch.add(next);
        }
        for (Committed each : batch) {
            if (each.present()) {
                tables.put(each.place(), each.record());
            } else {
                tables.remove(each.place());
            }
        }
        batch.forEach(each -> each.publication().retract());
    }

    @Operation
    public long get(@Param(name = "key") int key) {
        return overlay.<Long>read(
                place(key),
                written -> Optional.of(written.value().isPresent() ? written.record() : 0L),
                () -> tables.getOrDefault(place(key), 0L));
    }

    private static Place place(int key) {
        return new Place("bucket", key, "key");
    }

    /** What it must look like from outside. */
    public static final class Model {
        private final Map<Integer, Long> values = new HashMap<>();
        private long lastRecord;

        public void put(int key) {
            values.put(key, ++lastRecord);
        }

        public void remove(int key) {
            lastRecord++;
            values.remove(key);
        }

        public void apply() {}

        public long get(int key) {
            return values.getOrDefault(key, 0L);
        }
    }

    @Test
    void overlayAndTablesAreOneMap() {
        new ModelCheckingOptions()
                .iterations(3)
                .invocationsPerIteration(ORDERS)
                .threads(3)
                .actorsPerThread(3)
                .minimizeFailedScenario(false)
                .sequentialSpecification(Model.class)
                .check(OverlayModelTest.class);
    }
}
