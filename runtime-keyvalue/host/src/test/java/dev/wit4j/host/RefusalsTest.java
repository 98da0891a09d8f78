package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.keyvalue.bucket.AccessRules;
import dev.wit4j.keyvalue.bucket.AccessRules.Rule;
import dev.wit4j.keyvalue.bucket.CacheOptions;
import dev.wit4j.keyvalue.bucket.KeyValueOptions;
import dev.wit4j.keyvalue.bucket.Limits;
import dev.wit4j.keyvalue.bucket.Verb;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.InvocationFailedException;
import dev.wit4j.runtime.WorkerHost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.store.Store;

/** What a host does not offer is refused in the words of each generation, and nothing is changed. */
class RefusalsTest {
    private static final Bytes VALUE = Bytes.utf8("v");
    private static final Limits SMALL = new Limits(10, 10, 10, 2, 10);

    private final MemoryStorage storage = new MemoryStorage();
    private WorkerHost host = host(KeyValueOptions.DEFAULT);

    /** The generations, and what each says. */
    enum Generation {
        SEED(host -> host.worker(Generations.SEED, "one").exports().store(), false),
        EVENTUAL(host -> host.worker(Generations.EVENTUAL, "one").exports().store(), false),
        DRAFT(host -> host.worker(Generations.DRAFT, "one").exports().store(), true),
        DRAFT_TWO(host -> host.worker(Generations.DRAFT_TWO, "one").exports().store(), true);

        private final Function<WorkerHost, Store> store;
        private final boolean hasCases;

        Generation(Function<WorkerHost, Store> store, boolean hasCases) {
            this.store = store;
            this.hasCases = hasCases;
        }

        /** The error of a bucket that is not there. */
        String noSuchStore(String bucket) {
            return hasCases ? "NoSuchStore" : "there is no bucket '" + bucket + "'";
        }

        /** The error of what a component may not do. */
        String accessDenied(String verb, String bucket) {
            String component = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            return hasCases
                    ? "AccessDenied"
                    : "component '" + component + "' may not " + verb + " bucket '" + bucket + "'";
        }
    }

    private WorkerHost host(KeyValueOptions options) {
        WorkerHost.Builder builder = WorkerHost.on(storage).provider(new KeyValueProvider(options));
        Generations.ALL.stream()
                .filter(component ->
                        List.of("seed", "eventual", "draft", "draft-two").contains(component.name()))
                .forEach(builder::component);
        return builder.build();
    }

    private Store store(Generation generation, KeyValueOptions options) {
        host.close();
        host = host(options);
        return generation.store.apply(host);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private static KeyValueOptions declared(String... buckets) {
        return new KeyValueOptions(
                Limits.DEFAULT, AccessRules.ALLOW_ALL, Optional.of(Set.of(buckets)), CacheOptions.DEFAULT);
    }

    private static KeyValueOptions access(Rule... rules) {
        return new KeyValueOptions(
                Limits.DEFAULT, new AccessRules(List.of(rules)), Optional.empty(), CacheOptions.DEFAULT);
    }

    private static KeyValueOptions small() {
        return new KeyValueOptions(SMALL, AccessRules.ALLOW_ALL, Optional.empty(), CacheOptions.DEFAULT);
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(says(message));
    }

    private static Consumer<Throwable> says(String message) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo(message));
    }

    /** Listing has no error in the first generation. */
    private static void listingRefused(Generation generation, String message, ThrowingCallable call) {
        if (generation == Generation.SEED) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvocationFailedException.class)
                    .hasMessageContaining(message);
        } else {
            refused(message, call);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereBucketsAreDeclaredThereAreNoOthers(Generation generation) {
        Store store = store(generation, declared("there"));
        String message = generation.noSuchStore("not there");
        refused(message, () -> store.get("not there", "key"));
        refused(message, () -> store.set("not there", "key", VALUE));
        refused(message, () -> store.delete("not there", "key"));
        refused(message, () -> store.exists("not there", "key"));
        refused(message, () -> store.getMany("not there", List.of("key")));
        refused(message, () -> store.setMany("not there", List.of(new Tuple2<>("key", VALUE))));
        refused(message, () -> store.deleteMany("not there", List.of("key")));
        refused(message, () -> store.increment("not there", "key", 1));
        listingRefused(generation, message, () -> store.listKeys("not there"));

        store.set("there", "key", VALUE);
        assertThat(store.get("there", "key")).contains(VALUE);
        assertThat(storage.buckets().exists("not there", "key")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoMayOnlyReadWritesAndListsNothing(Generation generation) {
        Store store = store(generation, access(new Rule("*", "a*", Set.of(Verb.READ))));
        String write = generation.accessDenied("write", "abc");
        assertThat(store.exists("abc", "key")).isFalse();
        refused(write, () -> store.set("abc", "key", VALUE));
        refused(write, () -> store.delete("abc", "key"));
        refused(write, () -> store.setMany("abc", List.of(new Tuple2<>("key", VALUE))));
        refused(write, () -> store.deleteMany("abc", List.of("key")));
        refused(write, () -> store.increment("abc", "key", 1));
        listingRefused(generation, generation.accessDenied("list", "abc"), () -> store.listKeys("abc"));
        refused(generation.accessDenied("read", "other"), () -> store.exists("other", "key"));
    }

    @ParameterizedTest
    @EnumSource
    void whoMayOnlyWriteReadsNothing(Generation generation) {
        Store store = store(generation, access(new Rule("*", "*", Set.of(Verb.WRITE, Verb.LIST))));
        String read = generation.accessDenied("read", "b");
        store.set("b", "key", VALUE);
        refused(read, () -> store.get("b", "key"));
        refused(read, () -> store.exists("b", "key"));
        refused(read, () -> store.getMany("b", List.of("key")));
        assertThat(store.listKeys("b")).containsExactly("key");
    }

    @ParameterizedTest
    @EnumSource
    void everyLimitIsHeldAndWhatIsAtItPasses(Generation generation) {
        Store store = store(generation, small());
        store.set("b".repeat(10), "k".repeat(10), Bytes.wrap(new byte[10]));
        store.setMany("b", List.of(new Tuple2<>("1", VALUE), new Tuple2<>("2", VALUE)));

        refused("the name of a bucket may have 10 bytes, this one has 11", () -> store.exists("b".repeat(11), "k"));
        refused("the name of a bucket may have 10 bytes, this one has 12", () -> store.exists("\u00e4".repeat(6), "k"));
        refused("a key may have 10 bytes, this one has 11", () -> store.delete("b", "k".repeat(11)));
        refused("a key may have 10 bytes, this one has 11", () -> store.getMany("b", List.of("k".repeat(11))));
        refused("a value may have 10 bytes, this one has 11", () -> store.set("b", "k", Bytes.wrap(new byte[11])));
        refused(
                "a value may have 10 bytes, this one has 11",
                () -> store.setMany("b", List.of(new Tuple2<>("k", Bytes.wrap(new byte[11])))));
        refused("a batch may have 2 keys, this one has 3", () -> store.getMany("b", List.of("1", "1", "1")));
        refused("a batch may have 2 keys, this one has 3", () -> store.deleteMany("b", List.of("1", "1", "1")));
        assertThat(store.listKeys("b")).containsExactlyInAnyOrder("1", "2");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRefusedStaysSoOnReplayThoughTheOptionsChange(Generation generation) {
        Store before = store(generation, declared("there"));
        refused(generation.noSuchStore("later"), () -> before.set("later", "key", VALUE));
        Store after = store(generation, KeyValueOptions.DEFAULT);
        after.set("later", "key", VALUE);
        assertThat(after.get("later", "key")).contains(VALUE);
    }
}
