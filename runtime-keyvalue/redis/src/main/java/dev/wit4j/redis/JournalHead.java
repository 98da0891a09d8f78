package dev.wit4j.redis;

/** Where a journal ends, as its owner knows it. Use by one thread. */
final class JournalHead {
    private final long epoch;
    private RecordId last;
    private long length;
    private long usedConnection;
    private long checkedConnection;

    /**
     * The end of a journal.
     *
     * @param last the record of the claim
     * @param length how many records there are
     */
    JournalHead(RecordId last, long length) {
        this.epoch = last.epoch();
        this.last = last;
        this.length = length;
    }

    RecordId last() {
        return last;
    }

    RecordId next() {
        return new RecordId(epoch, last.sequence() + 1);
    }

    long length() {
        return length;
    }

    /** How many records stay if, at the next commit, those before {@code sequence} go; the last one always stays. */
    long lengthFrom(long sequence) {
        long oldest = last.sequence() - length + 1;
        long next = last.sequence() + 1;
        return next - Math.min(next, Math.max(oldest, sequence)) + 1;
    }

    /** The next record has been appended. */
    void append(long newLength) {
        last = next();
        length = newLength;
    }

    /**
     * Whether the length of the journal says enough over this connection. A younger one may lead to a server that has lost as
     * many records as were added since.
     */
    boolean isChecked(ServerConnection connection) {
        usedConnection = connection.number();
        return usedConnection <= checkedConnection;
    }

    /** Over the connection used last, the last id was seen to be right. */
    void checked() {
        checkedConnection = Math.max(checkedConnection, usedConnection);
    }
}
