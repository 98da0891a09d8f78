package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Journal;

/**
 * A snapshot as it lies in the hash of its worker: the sequence in 20 digits, so that text compares as numbers do; the epoch in 20 digits
 * before the state, so that its record is found without a search.
 *
 * @param epoch the claim that saved it
 * @param snapshot as it was saved
 */
record StoredSnapshot(long epoch, Journal.Snapshot snapshot) {
    private static final int DIGITS = 20;

    static byte[] field(long sequence) {
        return Redis.bytes(String.format("%020d", sequence));
    }

    static byte[] value(long epoch, Bytes state) {
        return Bytes.wrap(field(epoch)).concat(state).toArray();
    }

    static StoredSnapshot parse(byte[] field, byte[] value) {
        Bytes bytes = Bytes.wrap(value);
        long epoch = Long.parseLong(bytes.slice(0, DIGITS).toUtf8String());
        long sequence = Long.parseLong(Redis.text(field));
        return new StoredSnapshot(epoch, new Journal.Snapshot(sequence, bytes.slice(DIGITS, bytes.size())));
    }

    /** Its place in the journal. */
    RecordId id() {
        return new RecordId(epoch, snapshot.sequence());
    }
}
