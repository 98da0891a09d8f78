package dev.wit4j.host;

import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A call of a store from which on a host reaches it no more, as if it had crashed there. */
final class CrashPoint {
    private static final Set<String> CHANGING = Set.of("claim", "commit", "enqueue", "sync");

    private final int at;
    private int calls;

    CrashPoint(int at) {
        this.at = at;
    }

    /** Whether it came to that. */
    synchronized boolean reached() {
        return calls >= at;
    }

    /** The store as the host sees it. */
    Storage interpose(Storage storage) {
        return interpose(Storage.class, storage);
    }

    private <T> T interpose(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (CHANGING.contains(method.getName())) {
                        count();
                    }
                    try {
                        Object result = method.invoke(target, given);
                        if (result instanceof Journal journal) {
                            return interpose(Journal.class, journal);
                        }
                        return result instanceof Mailbox mailbox ? interpose(Mailbox.class, mailbox) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private synchronized void count() {
        if (calls < at) {
            calls++;
        }
        if (calls >= at) {
            throw new StorageException("the host crashed");
        }
    }
}
