package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wit.test.generations.DraftTwo;
import wit.test.generations.pages.Pages;
import wit.test.generations.store.Store;
import wit.test.generations.swaps.SwapError;
import wit.test.generations.swaps.SwapErrorException;
import wit.test.generations.swaps.Swaps;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.Atomics;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.Cas;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.CasError;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.CasErrorException;
import wit.wasi.keyvalue.v0_2_0_draft2.batch.Batch;
import wit.wasi.keyvalue.v0_2_0_draft2.store.Error;
import wit.wasi.keyvalue.v0_2_0_draft2.store.ErrorException;
import wit.wasi.keyvalue.v0_2_0_draft2.store.KeyResponse;

/** Does everything by 0.2.0-draft2. */
public final class DraftTwoGuest implements DraftTwo.Guest {
    private final wit.wasi.keyvalue.v0_2_0_draft2.store.Store buckets;
    private final Batch batch;
    private final Atomics atomics;
    private final Swaps swaps = new SeenSwaps();

    /** A guest of its world. */
    public DraftTwoGuest(DraftTwo.Imports imports) {
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
                KeyResponse page = open.listKeys(cursor);
                return new Tuple2<>(page.keys(), page.cursor());
            } catch (ErrorException e) {
                throw text(e);
            }
        };
    }

    @Override
    public Swaps swaps() {
        return swaps;
    }

    private static StringException text(ErrorException e) {
        return new StringException(text(e.error()));
    }

    private static String text(Error error) {
        return error instanceof Error.Other other
                ? other.value()
                : error.getClass().getSimpleName();
    }

    private final class SeenSwaps implements Swaps {
        private Optional<Cas> seen = Optional.empty();

        @Override
        public Optional<Bytes> see(String bucket, String key) {
            try (var open = buckets.open(bucket)) {
                seen.ifPresent(Cas::close);
                seen = Optional.empty();
                seen = Optional.of(atomics.cas().new_(open, key));
                return seen.get().current();
            } catch (ErrorException e) {
                throw text(e);
            }
        }

        @Override
        public void swap(Bytes value) {
            Cas cas = seen.orElseThrow();
            seen = Optional.empty();
            try {
                atomics.swap(cas, value);
            } catch (CasErrorException e) {
                throw new SwapErrorException(error(e.error()));
            }
        }

        private SwapError error(CasError error) {
            if (error instanceof CasError.CasFailed failed) {
                try (var fresh = failed.value()) {
                    return new SwapError.Changed(fresh.current());
                }
            }
            return new SwapError.Refused(text(((CasError.StoreError) error).value()));
        }
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
