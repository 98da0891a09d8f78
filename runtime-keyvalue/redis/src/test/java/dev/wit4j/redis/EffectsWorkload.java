package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A worker that does every kind of effect in a row, as a host runs it: after a failure it is claimed again and goes on. */
final class EffectsWorkload {
    static final WorkerId WORKER = new WorkerId("workload", "one");
    static final WorkerId OTHER = new WorkerId("workload", "other");

    private static final Invocation CALL = new Invocation("call", Bytes.utf8("content"));
    private static final int MOST_CLAIMS = 20;

    /** What it does, with what must come of it. */
    private record Step(Effect effect, Outcome outcome) {}

    private static final List<Step> STEPS = List.of(
            new Step(increment(), new Outcome.Number(1)),
            new Step(new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.empty()), Outcome.DONE),
            new Step(new Effect.CompareAndSwap("b", "k", Optional.of(Bytes.utf8("v")), Bytes.utf8("w")), Outcome.DONE),
            new Step(increment(), new Outcome.Number(2)),
            new Step(
                    new Effect.PutAll(
                            "b",
                            List.of(
                                    new Effect.KeyValue("l", Bytes.utf8("1")),
                                    new Effect.KeyValue("m", Bytes.utf8("2")))),
                    Outcome.DONE),
            new Step(new Effect.Delete("b", List.of("k", "l", "absent")), new Outcome.Count(2)),
            new Step(new Effect.Put("b", "k", Bytes.utf8("v"), OptionalLong.of(3_600_000)), Outcome.DONE),
            new Step(new Effect.Enqueue(OTHER, CALL), Outcome.DONE),
            new Step(increment(), new Outcome.Number(3)),
            new Step(new Effect.Complete(CALL.key(), Bytes.utf8("result"), OptionalLong.of(3_600_000)), Outcome.DONE),
            new Step(new Effect.Snapshot(Bytes.utf8("state"), 0), Outcome.DONE),
            new Step(increment(), new Outcome.Number(4)),
            new Step(Effect.NONE, Outcome.DONE));

    private static Effect increment() {
        return new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
    }

    private EffectsWorkload() {}

    /**
     * Runs it to its end.
     *
     * @return what is wrong afterwards
     */
    static List<String> run(Storage storage) {
        StorageException last = null;
        for (int claim = 0; claim < MOST_CLAIMS; claim++) {
            try {
                storage.mailbox(WORKER).enqueue(CALL);
                goOn(storage.claim(WORKER));
                return violations(storage);
            } catch (StorageException e) {
                last = e;
            }
        }
        return List.of("it does not end: " + last);
    }

    private static void goOn(Journal journal) {
        List<Journal.Record> done = records(journal);
        for (int step = done.size(); step < STEPS.size(); step++) {
            Effect effect = STEPS.get(step).effect();
            Outcome outcome = journal.commit(entry(step), effect);
            if (outcome instanceof Outcome.Failed failed && !(effect instanceof Effect.Complete)) {
                throw new StorageException(failed.message());
            }
            journal.sync();
        }
    }

    private static List<Journal.Record> records(Journal journal) {
        List<Journal.Record> records = new ArrayList<>();
        journal.replay(0, records::add);
        records.removeIf(record -> record.entries().isEmpty() || isGivenUp(record));
        return records;
    }

    /** It is done again then; but an end is one for every host, whatever comes with it. */
    private static boolean isGivenUp(Journal.Record record) {
        return record.outcome() instanceof Outcome.Failed
                && STEPS.stream()
                        .filter(step -> step.effect() instanceof Effect.Complete)
                        .noneMatch(step -> record.entries().equals(entry(STEPS.indexOf(step))));
    }

    private static Bytes entry(int step) {
        return Bytes.utf8("step " + step);
    }

    private static List<String> violations(Storage storage) {
        List<String> found = new ArrayList<>();
        List<Journal.Record> records = records(storage.claim(WORKER));
        for (int step = 0; step < Math.max(STEPS.size(), records.size()); step++) {
            String expected =
                    step < STEPS.size() ? "step " + step + " " + STEPS.get(step).outcome() : "nothing";
            String actual = step < records.size()
                    ? records.get(step).entries().toUtf8String() + " "
                            + records.get(step).outcome()
                    : "nothing";
            if (!expected.equals(actual)) {
                found.add("the journal has " + actual + " instead of " + expected);
            }
        }
        compare(
                found,
                "the counter",
                Optional.of(Bytes.utf8("4")),
                storage.buckets().get("b", "n"));
        compare(found, "k", Optional.of(Bytes.utf8("v")), storage.buckets().get("b", "k"));
        compare(found, "l", Optional.empty(), storage.buckets().get("b", "l"));
        compare(found, "m", Optional.of(Bytes.utf8("2")), storage.buckets().get("b", "m"));
        compare(found, "its mailbox", List.of(), storage.mailbox(WORKER).pending());
        compare(
                found,
                "its result",
                new Mailbox.State.Completed(Bytes.utf8("result")),
                storage.mailbox(WORKER).state(CALL.key()));
        compare(
                found,
                "the other's mailbox",
                List.of(CALL),
                storage.mailbox(OTHER).pending());
        return found;
    }

    private static void compare(List<String> found, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            found.add(what + " is " + actual + " instead of " + expected);
        }
    }
}
