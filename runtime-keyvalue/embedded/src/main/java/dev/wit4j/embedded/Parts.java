package dev.wit4j.embedded;

import dev.wit4j.journal.WorkerId;
import java.util.function.Function;

/**
 * The parts of a store that its journals, mailboxes and buckets share.
 *
 * @param engine the log and the tables
 * @param workers those that are in use
 * @param mailboxes their invocations
 * @param buckets what buckets hold
 * @param effects what changes buckets
 * @param epochs numbers for claims
 * @param watches who hears of changes of buckets
 */
record Parts(
        Engine engine,
        WorkerRegistry workers,
        MailboxStore mailboxes,
        BucketStore buckets,
        BucketEffects effects,
        EpochSource epochs,
        Watches watches) {
    static Parts over(Engine engine) {
        var workers = new WorkerRegistry(engine);
        var buckets = new BucketStore(engine);
        return new Parts(
                engine,
                workers,
                new MailboxStore(engine, workers),
                buckets,
                new BucketEffects(buckets, engine.clock()),
                new EpochSource(engine.clock()),
                new Watches());
    }

    /** Does something with a worker that is not deleted meanwhile, and with its mailbox locked. */
    <T> T withMailbox(WorkerId id, Function<WorkerState, T> action) {
        while (true) {
            WorkerState worker = workers.acquire(id);
            worker.mailbox().lock();
            try {
                if (!worker.isDeleted()) {
                    return action.apply(worker);
                }
            } finally {
                worker.mailbox().unlock();
                workers.release(worker);
            }
        }
    }
}
