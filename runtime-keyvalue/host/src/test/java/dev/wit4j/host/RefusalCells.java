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
import dev.wit4j.runtime.InvocationFailedException;
import dev.wit4j.runtime.WorkerHost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.bodies.Bodies;
import wit.test.generations.caches.Caches;
import wit.test.generations.pages.Pages;
import wit.test.generations.store.Store;
import wit.test.generations.swaps.SwapError;
import wit.test.generations.swaps.SwapErrorException;
import wit.test.generations.swaps.Swaps;

/** What a host does not offer is refused in the words of each generation, and nothing is changed. */
interface RefusalCells extends StoreUnderTest {
    Bytes VALUE = Bytes.utf8("v");
    Bytes TOO_LARGE = Bytes.wrap(new byte[11]);
    Limits SMALL = new Limits(10, 10, 10, 2, 100, 10);

    /** The generations, and what each says. */
    enum Refusing {
        SEED(host -> host.worker(Generations.SEED, "one").exports().store(), false),
        EVENTUAL(host -> host.worker(Generations.EVENTUAL, "one").exports().store(), false),
        DRAFT(host -> host.worker(Generations.DRAFT, "one").exports().store(), true),
        DRAFT_TWO(host -> host.worker(Generations.DRAFT_TWO, "one").exports().store(), true);

        private final Function<WorkerHost, Store> store;
        private final boolean hasCases;

        Refusing(Function<WorkerHost, Store> store, boolean hasCases) {
            this.store = store;
            this.hasCases = hasCases;
        }

        /** The error of a bucket that is not there. */
        String noSuchStore(String bucket) {
            return hasCases ? "NoSuchStore" : "there is no bucket '" + bucket + "'";
        }

        /** The error of what a component may not do. */
        String accessDenied(String verb, String bucket) {
            String component = name().toLowerCase(Locale.ROOT).replace('_', '-');
            return hasCases
                    ? "AccessDenied"
                    : "component '" + component + "' may not " + verb + " bucket '" + bucket + "'";
        }
    }

    /** The generations that swap numbers and have a cache. */
    enum RefusingMore {
        SEED(
                Refusing.SEED,
                host -> host.worker(Generations.SEED, "one").exports().bodies(),
                host -> host.worker(Generations.SEED, "one").exports().caches()),
        EVENTUAL(
                Refusing.EVENTUAL,
                host -> host.worker(Generations.EVENTUAL, "one").exports().bodies(),
                host -> host.worker(Generations.EVENTUAL, "one").exports().caches());

        private final Refusing generation;
        private final Function<WorkerHost, Bodies> bodies;
        private final Function<WorkerHost, Caches> caches;

        RefusingMore(Refusing generation, Function<WorkerHost, Bodies> bodies, Function<WorkerHost, Caches> caches) {
            this.generation = generation;
            this.bodies = bodies;
            this.caches = caches;
        }
    }

    private WorkerHost host(KeyValueOptions options) {
        return WorkerHost.on(host().storage())
                .provider(new KeyValueProvider(options))
                .component(Generations.SEED)
                .component(Generations.EVENTUAL)
                .component(Generations.DRAFT)
                .component(Generations.DRAFT_TWO)
                .build();
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

    private static KeyValueOptions batchesOf(int bytes) {
        Limits limits = new Limits(10, 10, 10, 10, bytes, 1);
        return new KeyValueOptions(limits, AccessRules.ALLOW_ALL, Optional.empty(), CacheOptions.DEFAULT);
    }

    private static Swaps swaps(WorkerHost host) {
        return host.worker(Generations.DRAFT_TWO, "one").exports().swaps();
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(says(message));
    }

    private static Consumer<Throwable> says(String message) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        StringException.class, e -> assertThat(e.error()).isEqualTo(message));
    }

    private static void swapRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SwapErrorException.class, e -> assertThat(e.error()).isEqualTo(new SwapError.Refused(message)));
    }

    /** Listing has no error in the first generation. */
    private static void listingRefused(Refusing generation, String message, ThrowingCallable call) {
        if (generation == Refusing.SEED) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvocationFailedException.class)
                    .hasMessageContaining(message);
        } else {
            refused(message, call);
        }
    }

    @ParameterizedTest
    @EnumSource
    default void whereBucketsAreDeclaredThereAreNoOthers(Refusing generation) {
        try (WorkerHost host = host(declared("there"))) {
            Store store = generation.store.apply(host);
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
            assertThat(host().storage().buckets().exists("not there", "key")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void whoMayOnlyReadWritesAndListsNothing(Refusing generation) {
        try (WorkerHost host = host(access(new Rule("*", "a*", Set.of(Verb.READ))))) {
            Store store = generation.store.apply(host);
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
    }

    @ParameterizedTest
    @EnumSource
    default void whoMayOnlyWriteReadsNothing(Refusing generation) {
        try (WorkerHost host = host(access(new Rule("*", "*", Set.of(Verb.WRITE, Verb.LIST))))) {
            Store store = generation.store.apply(host);
            String read = generation.accessDenied("read", "b");
            store.set("b", "key", VALUE);
            refused(read, () -> store.get("b", "key"));
            refused(read, () -> store.exists("b", "key"));
            refused(read, () -> store.getMany("b", List.of("key")));
            assertThat(store.listKeys("b")).containsExactly("key");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void everyLimitIsHeldAndWhatIsAtItPasses(Refusing generation) {
        try (WorkerHost host = host(small())) {
            Store store = generation.store.apply(host);
            store.set("b".repeat(10), "k".repeat(10), Bytes.wrap(new byte[10]));
            store.setMany("b", List.of(new Tuple2<>("1", VALUE), new Tuple2<>("2", VALUE)));

            refused("the name of a bucket may have 10 bytes, this one has 11", () -> store.exists("b".repeat(11), "k"));
            refused(
                    "the name of a bucket may have 10 bytes, this one has 12",
                    () -> store.exists("\u00e4".repeat(6), "k"));
            refused("a key may have 10 bytes, this one has 11", () -> store.delete("b", "k".repeat(11)));
            refused("a key may have 10 bytes, this one has 11", () -> store.getMany("b", List.of("k".repeat(11))));
            refused("a value may have 10 bytes, this one has 11", () -> store.set("b", "k", Bytes.wrap(new byte[11])));
            refused(
                    "a value may have 10 bytes, this one has 11",
                    () -> store.setMany("b", List.of(new Tuple2<>("k", Bytes.wrap(new byte[11])))));
            refused("a batch may have 2 keys, this one has 3", () -> store.getMany("b", List.of("1", "1", "1")));
            refused("a batch may have 2 keys, this one has 3", () -> store.deleteMany("b", List.of("1", "1", "1")));
            Tuple2<String, Bytes> pair = new Tuple2<>("3", VALUE);
            refused("a batch may have 2 keys, this one has 3", () -> store.setMany("b", List.of(pair, pair, pair)));
            refused("a key may have 10 bytes, this one has 11", () -> store.increment("b", "k".repeat(11), 1));
            assertThat(store.listKeys("b")).containsExactlyInAnyOrder("1", "2");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void theKeysAndValuesOfABatchAreLimitedTogether(Refusing generation) {
        try (WorkerHost host = host(batchesOf(12))) {
            Store store = generation.store.apply(host);
            String message = "the keys and values of a batch may have 12 bytes together, these have more";
            Bytes five = Bytes.wrap(new byte[5]);
            Bytes six = Bytes.wrap(new byte[6]);

            store.setMany("b", List.of(new Tuple2<>("1", five), new Tuple2<>("2", five)));
            refused(message, () -> store.setMany("b", List.of(new Tuple2<>("1", six), new Tuple2<>("3", five))));
            assertThat(store.getMany("b", List.of("2", "1"))).containsOnly(Optional.of(five));
            store.set("b", "3", six);
            refused(message, () -> store.getMany("b", List.of("1", "3")));
            store.set("b", "4", Bytes.wrap(new byte[4]));
            refused(message, () -> store.getMany("b", List.of("4", "4", "4")));
            refused(message, () -> store.getMany("b", List.of("k".repeat(7), "l".repeat(6))));
            refused(message, () -> store.deleteMany("b", List.of("1", "k".repeat(6), "l".repeat(6))));
            assertThat(store.listKeys("b")).containsExactlyInAnyOrder("1", "2", "3", "4");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SEED", "EVENTUAL"})
    default void aListingAllAtOnceIsLimitedLikeABatch(Refusing generation) {
        try (WorkerHost host = host(batchesOf(12))) {
            Store store = generation.store.apply(host);
            store.set("b", "k".repeat(6), VALUE);
            store.set("b", "l".repeat(6), VALUE);
            assertThat(store.listKeys("b")).hasSize(2);
            store.set("b", "m", VALUE);
            listingRefused(generation, "a listing may have 12 bytes, this one has more", () -> store.listKeys("b"));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void whatWasRefusedStaysSoOnReplayThoughTheOptionsChange(Refusing generation) {
        try (WorkerHost host = host(declared("there"))) {
            Store before = generation.store.apply(host);
            refused(generation.noSuchStore("later"), () -> before.set("later", "key", VALUE));
        }
        try (WorkerHost host = host(KeyValueOptions.DEFAULT)) {
            Store after = generation.store.apply(host);
            after.set("later", "key", VALUE);
            assertThat(after.get("later", "key")).contains(VALUE);
        }
    }

    @ParameterizedTest
    @EnumSource
    default void whoMayFillWhatIsCachedIsInNoBucketOfComponents(Refusing generation) {
        String message = generation.noSuchStore("cache/vacancies");
        for (KeyValueOptions options : List.of(KeyValueOptions.DEFAULT, declared("cache", "cache/vacancies"))) {
            try (WorkerHost host = host(options)) {
                Store store = generation.store.apply(host);
                refused(message, () -> store.set("cache/vacancies", "key", VALUE));
                refused(message, () -> store.setMany("cache/vacancies", List.of(new Tuple2<>("key", VALUE))));
                refused(message, () -> store.delete("cache/vacancies", "key"));
                refused(message, () -> store.get("cache/vacancies", "key"));
                listingRefused(generation, message, () -> store.listKeys("cache/vacancies"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    default void whereTheCacheAloneIsDeclaredItsKeysAreFilledOneByOne(RefusingMore more) {
        try (WorkerHost host = host(declared("cache"))) {
            Caches cache = more.caches.apply(host);
            assertThat(cache.enter("key")).isEmpty();
            cache.fill("key", VALUE, Optional.empty());
            assertThat(cache.enter("key")).contains(VALUE);
        }
    }

    @Test
    default void whereBucketsAreDeclaredNothingElseIsSeenOrListedByPages() {
        try (WorkerHost host = host(declared("there"))) {
            Pages draft = host.worker(Generations.DRAFT, "one").exports().pages();
            Pages draftTwo = host.worker(Generations.DRAFT_TWO, "one").exports().pages();
            refused("NoSuchStore", () -> swaps(host).see("not there", "key"));
            refused("NoSuchStore", () -> draft.page("not there", Optional.empty()));
            refused("NoSuchStore", () -> draftTwo.page("not there", Optional.empty()));
        }
    }

    @Test
    default void whoMayOnlyReadOrWriteSwapsNothing() {
        try (WorkerHost host =
                host(access(new Rule("*", "read", Set.of(Verb.READ)), new Rule("*", "write", Set.of(Verb.WRITE))))) {
            refused("AccessDenied", () -> swaps(host).see("write", "key"));
            assertThat(swaps(host).see("read", "key")).isEmpty();
            swapRefused("AccessDenied", () -> swaps(host).swap(VALUE));
        }
        assertThat(host().storage().buckets().exists("read", "key")).isFalse();
    }

    @Test
    default void whatIsTooLargeIsNotSwappedIn() {
        try (WorkerHost host = host(small())) {
            String keyTooLong = "a key may have 10 bytes, this one has 11";
            refused(keyTooLong, () -> swaps(host).see("b", "k".repeat(11)));
            assertThat(swaps(host).see("b", "k".repeat(10))).isEmpty();
            swapRefused(
                    "a value may have 10 bytes, this one has 11",
                    () -> swaps(host).swap(TOO_LARGE));
            assertThat(swaps(host).see("b", "k".repeat(10))).isEmpty();
            swaps(host).swap(TOO_LARGE.slice(0, 10));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void swapsOfNumbersAreRefusedLikeOtherWrites(RefusingMore more) {
        Refusing generation = more.generation;
        try (WorkerHost host = host(declared("there"))) {
            Bodies bodies = more.bodies.apply(host);
            refused(generation.noSuchStore("other"), () -> bodies.swapNumber("other", "key", 0, 1));
        }
        host().storage()
                .buckets()
                .apply(new dev.wit4j.journal.Effect.Increment("b", "key", 7, dev.wit4j.journal.Effect.Range.UNSIGNED));
        try (WorkerHost host = host(access(new Rule("*", "*", Set.of(Verb.READ))))) {
            Bodies bodies = more.bodies.apply(host);
            refused(generation.accessDenied("write", "b"), () -> bodies.swapNumber("b", "key", 7, 8));
        }
        try (WorkerHost host = host(small())) {
            Bodies bodies = more.bodies.apply(host);
            refused(
                    "a value may have 10 bytes, this one has 20",
                    () -> bodies.swapNumber("b", "key", 7, Long.MIN_VALUE | 1L << 62));
            refused("a key may have 10 bytes, this one has 11", () -> bodies.swapNumber("b", "k".repeat(11), 7, 8));
            assertThat(bodies.swapNumber("b", "key", 7, 8)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    default void whereTheCacheIsNotDeclaredItAnswersWithTheError(RefusingMore more) {
        try (WorkerHost host = host(declared("there"))) {
            Caches cache = more.caches.apply(host);
            String message = more.generation.noSuchStore("cache");
            refused(message, () -> cache.get("key"));
            refused(message, () -> cache.exists("key"));
            refused(message, () -> cache.set("key", VALUE, Optional.empty()));
            refused(message, () -> cache.delete("key"));
            refused(message, () -> cache.enter("key"));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void theCacheIsABucketForAccessRules(RefusingMore more) {
        String read = more.generation.accessDenied("read", "cache");
        String write = more.generation.accessDenied("write", "cache");
        try (WorkerHost host = host(access(new Rule("*", "cache", Set.of(Verb.READ))))) {
            Caches cache = more.caches.apply(host);
            assertThat(cache.get("key")).isEmpty();
            assertThat(cache.exists("key")).isFalse();
            refused(write, () -> cache.set("key", VALUE, Optional.empty()));
            refused(write, () -> cache.delete("key"));
            refused(write, () -> cache.enter("key"));
        }
        try (WorkerHost host = host(access(new Rule("*", "cache", Set.of(Verb.WRITE))))) {
            Caches cache = more.caches.apply(host);
            cache.set("key", VALUE, Optional.empty());
            refused(read, () -> cache.get("key"));
            refused(read, () -> cache.exists("key"));
            refused(read, () -> cache.enter("key"));
            cache.delete("key");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void theCacheHoldsToTheLimits(RefusingMore more) {
        try (WorkerHost host = host(small())) {
            Caches cache = more.caches.apply(host);
            String keyTooLong = "a key may have 10 bytes, this one has 11";
            refused(keyTooLong, () -> cache.enter("k".repeat(11)));
            refused(keyTooLong, () -> cache.get("k".repeat(11)));
            refused(
                    "a value may have 10 bytes, this one has 11",
                    () -> cache.set("key", TOO_LARGE, Optional.of(1000L)));
            assertThat(cache.get("key")).isEmpty();
            assertThat(cache.enter("k".repeat(10))).isEmpty();
            cache.fill("k".repeat(10), TOO_LARGE.slice(0, 10), Optional.empty());
            assertThat(cache.get("k".repeat(10))).contains(TOO_LARGE.slice(0, 10));
        }
    }
}
