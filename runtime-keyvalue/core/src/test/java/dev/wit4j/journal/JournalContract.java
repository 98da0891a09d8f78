package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Claims, commits, replay and snapshots. */
interface JournalContract extends StorageUnderTest {
    @Test
    default void aJournalThatNobodyWroteToIsEmpty() {
        Journal journal = storage().claim(WORKER);

        assertThat(records(journal)).isEmpty();
        assertThat(journal.snapshots()).isEmpty();
    }

    @Test
    default void aClaimFencesTheOwnerBefore() {
        Journal before = storage().claim(WORKER);
        before.commit(bytes("first"), Effect.NONE);
        Journal now = storage().claim(WORKER);

        assertThatThrownBy(() -> before.commit(bytes("late"), put("k", "late"))).isInstanceOf(FencedException.class);
        now.commit(bytes("second"), Effect.NONE);
        assertThatThrownBy(() -> before.commit(bytes("late"), put("k", "late"))).isInstanceOf(FencedException.class);

        assertThat(records(now)).extracting(Journal.Record::entries).containsExactly(bytes("first"), bytes("second"));
        assertThat(storage().buckets().exists("b", "k")).isFalse();
    }

    @Test
    default void aClaimFencesEveryKindOfCommit() {
        storage().mailbox(WORKER).enqueue(new Invocation("key", bytes("call")));
        Journal before = storage().claim(WORKER);
        storage().claim(WORKER);

        List<Effect> effects = List.of(
                Effect.NONE,
                new Effect.Complete("key", bytes("result")),
                new Effect.Enqueue(OTHER, new Invocation("key", bytes("call"))),
                new Effect.Snapshot(bytes("state"), 0),
                new Effect.Delete("b", List.of("k")));
        for (Effect effect : effects) {
            assertThatThrownBy(() -> before.commit(bytes("late"), effect)).isInstanceOf(FencedException.class);
        }
        assertThat(storage().mailbox(WORKER).state("key")).isEqualTo(new Mailbox.State.Pending());
        assertThat(storage().mailbox(OTHER).state("key")).isEqualTo(new Mailbox.State.Unknown());
    }

    @Test
    default void aClaimFencesNoOtherWorker() {
        Journal journal = storage().claim(WORKER);
        storage().claim(OTHER);

        assertThat(journal.commit(bytes("mine"), Effect.NONE)).isEqualTo(Outcome.DONE);
    }

    /** Invariant 1. */
    @Test
    default void epochsGrowWithEveryClaimAlsoAcrossRestarts() throws Exception {
        long last = 0;
        for (int round = 0; round < 3; round++) {
            for (int claim = 0; claim < 3; claim++) {
                long epoch = storage().claim(WORKER).epoch();
                assertThat(epoch).isGreaterThan(last);
                last = epoch;
            }
            restart();
        }
    }

    @Test
    default void recordsComeBackInOrderWithTheirOutcomes() throws Exception {
        Journal first = storage().claim(WORKER);
        first.commit(bytes("a"), Effect.NONE);
        first.commit(bytes("b"), new Effect.Increment("b", "n", 5, Effect.Range.UNSIGNED));
        first.commit(bytes("c"), new Effect.Delete("b", List.of("n", "absent")));
        first.commit(bytes("d"), new Effect.CompareAndSwap("b", "n", java.util.Optional.of(bytes("x")), bytes("y")));
        first.sync();
        restart();
        Journal second = storage().claim(WORKER);
        put(second, "n", "text");
        second.commit(bytes("f"), new Effect.Increment("b", "n", 5, Effect.Range.UNSIGNED));

        List<Journal.Record> records = records(second);
        assertThat(records)
                .extracting(Journal.Record::outcome)
                .containsExactly(
                        Outcome.DONE,
                        new Outcome.Number(5),
                        new Outcome.Count(1),
                        new Outcome.Mismatch(java.util.Optional.empty()),
                        Outcome.DONE,
                        new Outcome.Refused(Outcome.Reason.NOT_A_NUMBER));
        assertThat(records).extracting(Journal.Record::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(records)
                .extracting(Journal.Record::epoch)
                .containsExactly(
                        first.epoch(), first.epoch(), first.epoch(), first.epoch(), second.epoch(), second.epoch());
        assertThat(second.sequence()).isEqualTo(records.get(5).sequence());
    }

    @Test
    default void theSequenceOfAClaimIsWhereItsCommitsGoOn() throws Exception {
        storage().claim(WORKER).commit(bytes("a"), Effect.NONE);
        restart();
        Journal journal = storage().claim(WORKER);
        long before = journal.sequence();
        journal.commit(bytes("b"), Effect.NONE);

        assertThat(journal.sequence()).isEqualTo(before + 1);
        assertThat(recordsAfter(journal, before))
                .extracting(Journal.Record::sequence)
                .containsExactly(before + 1);
    }

    @Test
    default void aJournalSeesItsOwnCommitsAndThoseOfOthers() {
        Journal mine = storage().claim(WORKER);
        Journal others = storage().claim(OTHER);
        put(mine, "k", "v");

        assertThat(mine.buckets().get("b", "k")).contains(bytes("v"));
        assertThat(others.buckets().get("b", "k")).contains(bytes("v"));
        assertThat(storage().buckets().get("b", "k")).contains(bytes("v"));
    }

    @Test
    default void whatWasSyncedIsThereAfterARestart() throws Exception {
        Journal journal = storage().claim(WORKER);
        put(journal, "k", "v");
        journal.sync();
        restart();

        assertThat(storage().buckets().get("b", "k")).contains(bytes("v"));
        assertThat(records(storage().claim(WORKER))).hasSize(1);
    }

    @Test
    default void largeEntriesAndValuesComeBackWhole() throws Exception {
        Bytes entries = StorageContract.large(8 << 20, 1);
        Bytes value = StorageContract.large(8 << 20, 2);
        Journal journal = storage().claim(WORKER);
        journal.commit(entries, new Effect.Put("b", "k", value, OptionalLong.empty()));
        journal.sync();
        assertThat(journal.buckets().get("b", "k").orElseThrow().equals(value)).isTrue();
        restart();

        Journal again = storage().claim(WORKER);
        assertThat(again.buckets().get("b", "k").orElseThrow().equals(value)).isTrue();
        assertThat(records(again).get(0).entries().equals(entries)).isTrue();
    }

    @Test
    default void incrementsFromSeveralJournalsAtOnceAllCount() throws Exception {
        int journals = 4;
        int each = 50;
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        var executor = Executors.newFixedThreadPool(journals);
        try {
            List<Future<?>> done = IntStream.range(0, journals)
                    .<Future<?>>mapToObj(number -> executor.submit(() -> {
                        Journal journal = storage().claim(new WorkerId("counter", "parallel-" + number));
                        for (int i = 0; i < each; i++) {
                            Effect increment = new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
                            seen.add(((Outcome.Number) journal.commit(bytes("i"), increment)).bits());
                        }
                        journal.sync();
                    }))
                    .toList();
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(seen).hasSize(journals * each);
        assertThat(storage().buckets().get("b", "n")).contains(bytes(Integer.toString(journals * each)));
    }

    @Test
    default void aClosedJournalNoLongerCommits() {
        Journal journal = storage().claim(WORKER);
        journal.close();

        assertThatThrownBy(() -> put(journal, "k", "v")).isInstanceOf(StorageException.class);
        assertThat(storage().buckets().exists("b", "k")).isFalse();
    }

    @Test
    default void snapshotsComeBackNewestFirstWithTheirPlaceInTheJournal() throws Exception {
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("a"), Effect.NONE);
        journal.commit(bytes("s1"), new Effect.Snapshot(bytes("state 1"), 0));
        long first = journal.sequence();
        journal.commit(bytes("b"), Effect.NONE);
        journal.commit(bytes("s2"), new Effect.Snapshot(bytes("state 2"), 0));
        long second = journal.sequence();
        journal.commit(bytes("c"), Effect.NONE);
        journal.sync();
        restart();

        Journal again = storage().claim(WORKER);
        assertThat(again.snapshots())
                .containsExactly(
                        new Journal.Snapshot(second, bytes("state 2")), new Journal.Snapshot(first, bytes("state 1")));
        assertThat(recordsAfter(again, first))
                .extracting(Journal.Record::entries)
                .containsExactly(bytes("b"), bytes("s2"), bytes("c"));
        assertThat(recordsAfter(again, second))
                .extracting(Journal.Record::entries)
                .containsExactly(bytes("c"));
    }

    @Test
    default void trimmingRemovesWhatIsBeforeAndNothingElse() throws Exception {
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("a"), Effect.NONE);
        journal.commit(bytes("s1"), new Effect.Snapshot(bytes("state 1"), 0));
        journal.commit(bytes("s2"), new Effect.Snapshot(bytes("state 2"), 0));
        long second = journal.sequence();
        journal.commit(bytes("b"), Effect.NONE);
        journal.commit(bytes("s3"), new Effect.Snapshot(bytes("state 3"), second));
        journal.sync();
        restart();

        Journal again = storage().claim(WORKER);
        assertThat(again.snapshots())
                .extracting(Journal.Snapshot::state)
                .containsExactly(bytes("state 3"), bytes("state 2"));
        assertThat(records(again))
                .extracting(Journal.Record::entries)
                .containsExactly(bytes("s2"), bytes("b"), bytes("s3"));
    }

    @Test
    default void theSequenceGoesOnBehindATrimmedJournal() throws Exception {
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("a"), Effect.NONE);
        journal.commit(bytes("s"), new Effect.Snapshot(bytes("state"), journal.sequence() + 1));
        long last = journal.sequence();
        journal.sync();
        restart();

        assertThat(storage().claim(WORKER).sequence()).isGreaterThanOrEqualTo(last);
    }

    @Test
    default void aDeletedWorkerIsGoneButItsWritesStay() {
        Journal journal = storage().claim(WORKER);
        put(journal, "k", "v");
        journal.commit(bytes("s"), new Effect.Snapshot(bytes("state"), 0));
        storage().mailbox(WORKER).enqueue(new Invocation("key", bytes("call")));
        storage().workers().delete(WORKER);

        assertThat(storage().workers().list()).isEmpty();
        assertThat(storage().mailbox(WORKER).pending()).isEmpty();
        assertThat(storage().mailbox(WORKER).state("key")).isEqualTo(new Mailbox.State.Unknown());
        assertThat(storage().buckets().get("b", "k")).contains(bytes("v"));
        Journal anew = storage().claim(WORKER);
        assertThat(records(anew)).isEmpty();
        assertThat(anew.snapshots()).isEmpty();
    }

    @Test
    default void theOwnerOfADeletedWorkerIsFencedForGood() {
        Journal journal = storage().claim(WORKER);
        storage().workers().delete(WORKER);
        assertThatThrownBy(() -> put(journal, "k", "late")).isInstanceOf(DeletedException.class);
        Journal anew = storage().claim(WORKER);
        assertThatThrownBy(() -> put(journal, "k", "late")).isInstanceOf(DeletedException.class);

        assertThat(anew.epoch()).isGreaterThan(journal.epoch());
        assertThat(records(anew)).isEmpty();
        assertThat(storage().buckets().exists("b", "k")).isFalse();
    }

    @Test
    default void theOwnerOfADeletedWorkerIsToldSoWhenAnotherOfItsNameIsThere() {
        Journal called = storage().claim(WORKER);
        called.commit(bytes("first"), Effect.NONE);
        Journal claimed = storage().claim(OTHER);
        claimed.commit(bytes("first"), Effect.NONE);
        storage().workers().delete(WORKER);
        storage().workers().delete(OTHER);
        storage().mailbox(WORKER).enqueue(new Invocation("key", bytes("call")));
        storage().claim(OTHER).commit(bytes("anew"), Effect.NONE);

        assertThatThrownBy(() -> put(called, "k", "late")).isInstanceOf(DeletedException.class);
        assertThatThrownBy(() -> put(claimed, "k", "late")).isInstanceOf(DeletedException.class);
        assertThat(storage().mailbox(WORKER).state("key")).isEqualTo(new Mailbox.State.Pending());
        assertThat(storage().buckets().exists("b", "k")).isFalse();
    }

    @Test
    default void deletingAWorkerThatIsNotThereDoesNothing() {
        storage().workers().delete(WORKER);

        assertThat(storage().workers().list()).isEmpty();
    }

    @Test
    default void theStoreListsItsWorkersInOrder() {
        storage().claim(OTHER);
        storage().claim(WORKER);
        storage().mailbox(new WorkerId("a", "z")).enqueue(new Invocation("key", bytes("call")));
        storage().mailbox(new WorkerId("never", "seen")).state("key");

        assertThat(storage().workers().list()).containsExactly(new WorkerId("a", "z"), WORKER, OTHER);
        assertThat(storage().workers().withPendingInvocations()).containsExactly(new WorkerId("a", "z"));
    }

    @Test
    default void aWorkerWhoseNameIsNoTextIsRefusedAndTheStoreOpensAgain() throws Exception {
        storage().claim(WORKER).close();

        for (String name : List.of("\ud800", "\ud801")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage().claim(new WorkerId("c", name)).sync())
                    .withMessageStartingWith("name of a worker: lone surrogate");
        }
        restart();

        assertThat(storage().workers().list()).containsExactly(WORKER);
    }

    @Test
    default void namesMayHoldEveryCharacter() throws Exception {
        List<WorkerId> ids = List.of(
                new WorkerId("a", "b/c"),
                new WorkerId("a/b", "c"),
                new WorkerId("golem:examples", "x:y"),
                new WorkerId("{tag}", "%2F \u0000\n*?[x]"),
                new WorkerId("\u00e4", "\ud83d\ude00"));
        for (WorkerId id : ids) {
            Journal journal = storage().claim(id);
            journal.commit(
                    bytes(id.toString()), new Effect.Put(id.name(), id.name(), bytes("v"), OptionalLong.empty()));
            journal.sync();
        }
        restart();

        assertThat(storage().workers().list()).containsExactlyInAnyOrderElementsOf(ids);
        for (WorkerId id : ids) {
            assertThat(records(storage().claim(id)))
                    .extracting(Journal.Record::entries)
                    .containsExactly(bytes(id.toString()));
            assertThat(storage().buckets().get(id.name(), id.name())).contains(bytes("v"));
        }
    }

    private static Effect put(String key, String value) {
        return new Effect.Put("b", key, Bytes.utf8(value), OptionalLong.empty());
    }

    private static void put(Journal journal, String key, String value) {
        assertThat(journal.commit(Bytes.utf8("put"), put(key, value))).isEqualTo(Outcome.DONE);
    }
}
