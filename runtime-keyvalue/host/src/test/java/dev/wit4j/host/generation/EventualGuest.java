package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.test.generations.bodies.Bodies;
import wit.test.generations.caches.Caches;
import wit.test.generations.store.Store;
import wit.wasi.io.v0_2.streams.StreamError;
import wit.wasi.io.v0_2.streams.StreamErrorException;
import wit.wasi.keyvalue.v0_1.atomic.Atomic;
import wit.wasi.keyvalue.v0_1.eventual.Eventual;
import wit.wasi.keyvalue.v0_1.eventual_batch.EventualBatch;
import wit.wasi.keyvalue.v0_1.types.Bucket;
import wit.wasi.keyvalue.v0_1.types.IncomingValue;
import wit.wasi.keyvalue.v0_1.types.OutgoingValue;
import wit.wasi.keyvalue.v0_1.types.Types;
import wit.wasi.keyvalue.v0_1.wasi_keyvalue_error.ErrorException;

/** Does everything by 0.1.0. */
public final class EventualGuest implements wit.test.generations.Eventual.Guest {
    private final Types types;
    private final Eventual eventual;
    private final EventualBatch batch;
    private final Atomic atomic;
    private final Caches caches;

    /** A guest of the world {@code eventual}. */
    public EventualGuest(wit.test.generations.Eventual.Imports imports) {
        types = imports.types();
        eventual = imports.eventual();
        batch = imports.eventualBatch();
        atomic = imports.atomic();
        caches = new EventualCaches(imports.cache(), types);
    }

    @Override
    public Store store() {
        return new KeyedStore();
    }

    @Override
    public Caches caches() {
        return caches;
    }

    @Override
    public Bodies bodies() {
        return new ValueBodies();
    }

    private Bucket open(String bucket) {
        return types.bucket().openBucket(bucket);
    }

    private OutgoingValue outgoing(Bytes content) {
        OutgoingValue value = types.outgoingValue().newOutgoingValue();
        value.outgoingValueWriteBodySync(content);
        return value;
    }

    private static StringException text(ErrorException e) {
        return new StringException(e.error().trace());
    }

    private final class KeyedStore implements Store {
        @Override
        public Optional<Bytes> get(String bucket, String key) {
            try (var open = open(bucket)) {
                return eventual.get(open, key).map(IncomingValue::incomingValueConsumeSync);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void set(String bucket, String key, Bytes value) {
            try (var open = open(bucket);
                    var outgoing = outgoing(value)) {
                eventual.set(open, key, outgoing);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void delete(String bucket, String key) {
            try (var open = open(bucket)) {
                eventual.delete(open, key);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public boolean exists(String bucket, String key) {
            try (var open = open(bucket)) {
                return eventual.exists(open, key);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public List<Optional<Bytes>> getMany(String bucket, List<String> keys) {
            try (var open = open(bucket)) {
                return batch.getMany(open, keys).stream()
                        .map(value -> value.map(IncomingValue::incomingValueConsumeSync))
                        .toList();
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void setMany(String bucket, List<Tuple2<String, Bytes>> entries) {
            try (var open = open(bucket)) {
                batch.setMany(
                        open,
                        entries.stream()
                                .map(entry -> new Tuple2<>(entry.first(), outgoing(entry.second())))
                                .toList());
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void deleteMany(String bucket, List<String> keys) {
            try (var open = open(bucket)) {
                batch.deleteMany(open, keys);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public List<String> listKeys(String bucket) {
            try (var open = open(bucket)) {
                return batch.keys(open);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public long increment(String bucket, String key, long delta) {
            try (var open = open(bucket)) {
                return atomic.increment(open, key, delta);
            } catch (ErrorException e) {
                throw text(e);
            }
        }
    }

    private final class ValueBodies implements Bodies {
        @Override
        public void writeTwice(String bucket, String key, Bytes first, Bytes second) {
            try (var open = open(bucket);
                    var outgoing = outgoing(first)) {
                outgoing.outgoingValueWriteBodySync(second);
                eventual.set(open, key, outgoing);
            }
        }

        @Override
        public void writeByStream(String bucket, String key, List<Bytes> chunks) {
            try (var open = open(bucket);
                    var outgoing = types.outgoingValue().newOutgoingValue()) {
                try (var stream = outgoing.outgoingValueWriteBodyAsync()) {
                    chunks.forEach(stream::blockingWriteAndFlush);
                }
                eventual.set(open, key, outgoing);
            }
        }

        @Override
        public Tuple2<Bytes, Bytes> consumeTwice(String bucket, String key) {
            try (var open = open(bucket);
                    var found = eventual.get(open, key).orElseThrow()) {
                return new Tuple2<>(found.incomingValueConsumeSync(), found.incomingValueConsumeSync());
            }
        }

        @Override
        public List<Bytes> readByStream(String bucket, String key, long chunk) {
            var chunks = new ArrayList<Bytes>();
            try (var open = open(bucket);
                    var found = eventual.get(open, key).orElseThrow();
                    var stream = found.incomingValueConsumeAsync()) {
                while (true) {
                    chunks.add(stream.blockingRead(chunk));
                }
            } catch (StreamErrorException e) {
                if (e.error() instanceof StreamError.Closed) {
                    return chunks;
                }
                throw e;
            }
        }

        @Override
        public Tuple2<Long, Long> sizes(String bucket, String key) {
            try (var open = open(bucket);
                    var found = eventual.get(open, key).orElseThrow()) {
                long before = found.incomingValueSize();
                found.incomingValueConsumeSync();
                return new Tuple2<>(before, found.incomingValueSize());
            }
        }

        @Override
        public boolean swapNumber(String bucket, String key, long old, long next) {
            try (var open = open(bucket)) {
                return atomic.compareAndSwap(open, key, old, next);
            } catch (ErrorException e) {
                throw text(e);
            }
        }
    }
}
