package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.test.generations.Draft;
import wit.test.generations.pages.Pages;
import wit.test.generations.store.Store;
import wit.wasi.keyvalue.v0_2_0_draft.atomics.Atomics;
import wit.wasi.keyvalue.v0_2_0_draft.batch.Batch;
import wit.wasi.keyvalue.v0_2_0_draft.store.Error;
import wit.wasi.keyvalue.v0_2_0_draft.store.ErrorException;
import wit.wasi.keyvalue.v0_2_0_draft.store.KeyResponse;

/** Does everything by 0.2.0-draft. */
public final class DraftGuest implements Draft.Guest {
    private final wit.wasi.keyvalue.v0_2_0_draft.store.Store buckets;
    private final Batch batch;
    private final Atomics atomics;

    /** A guest of its world. */
    public DraftGuest(Draft.Imports imports) {
        buckets = imports.store();
        batch = imports.batch();
        atomics = imports.atomics();
    }

    @Override
    public Store store() {
        return new KeyedStore();
    }

    @Override
    public Pages pages() {
        return (bucket, cursor) -> {
            try (var open = buckets.open(bucket)) {
                KeyResponse page = open.listKeys(cursor.map(Long::parseUnsignedLong));
                return new Tuple2<>(page.keys(), page.cursor().map(Long::toUnsignedString));
            } catch (ErrorException e) {
                throw text(e);
            }
        };
    }

    private static StringException text(ErrorException e) {
        return new StringException(
                e.error() instanceof Error.Other other
                        ? other.value()
                        : e.error().getClass().getSimpleName());
    }

    private final class KeyedStore implements Store {
        @Override
        public Optional<Bytes> get(String bucket, String key) {
            try (var open = buckets.open(bucket)) {
                return open.get(key);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void set(String bucket, String key, Bytes value) {
            try (var open = buckets.open(bucket)) {
                open.set(key, value);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void delete(String bucket, String key) {
            try (var open = buckets.open(bucket)) {
                open.delete(key);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public boolean exists(String bucket, String key) {
            try (var open = buckets.open(bucket)) {
                return open.exists(key);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public List<Optional<Bytes>> getMany(String bucket, List<String> keys) {
            try (var open = buckets.open(bucket)) {
                return batch.getMany(open, keys).stream()
                        .map(pair -> pair.map(Tuple2::second))
                        .toList();
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void setMany(String bucket, List<Tuple2<String, Bytes>> entries) {
            try (var open = buckets.open(bucket)) {
                batch.setMany(open, entries);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void deleteMany(String bucket, List<String> keys) {
            try (var open = buckets.open(bucket)) {
                batch.deleteMany(open, keys);
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public List<String> listKeys(String bucket) {
            try (var open = buckets.open(bucket)) {
                KeyResponse page = open.listKeys(Optional.empty());
                var keys = new ArrayList<>(page.keys());
                while (page.cursor().isPresent()) {
                    page = open.listKeys(page.cursor());
                    keys.addAll(page.keys());
                }
                return keys;
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public long increment(String bucket, String key, long delta) {
            try (var open = buckets.open(bucket)) {
                return atomics.increment(open, key, delta);
            } catch (ErrorException e) {
                throw text(e);
            }
        }
    }
}
