package dev.wit4j.journal;

import dev.wit4j.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link Storage} keeps to. A store's test extends this class and says how it is opened. */
public abstract class StorageContract
        implements JournalContract, EffectContract, MailboxContract, RetentionContract, ListingContract, WatchContract {
    private Storage storage;

    /** A store that holds nothing. */
    protected abstract Storage open() throws Exception;

    /** {@code storage} closed, and opened again with what it held; itself if it lives in memory. */
    protected abstract Storage reopen(Storage storage) throws Exception;

    /** Returns when {@code time} has passed for the store. */
    protected abstract void elapse(Duration time) throws Exception;

    @BeforeEach
    void openStorage() throws Exception {
        storage = open();
    }

    @AfterEach
    void closeStorage() {
        storage.close();
    }

    @Override
    public final Storage storage() {
        return storage;
    }

    @Override
    public final void restart() throws Exception {
        storage = reopen(storage);
    }

    @Override
    public final void pass(Duration time) throws Exception {
        elapse(time);
    }

    /** A large value that does not compress well, the same for the same {@code seed}. */
    static Bytes large(int size, long seed) {
        byte[] bytes = new byte[size];
        new java.util.Random(seed).nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
