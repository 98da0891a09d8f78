package dev.wit4j.host;

/** The store that cells of a contract are about, and a host on it. */
interface StoreUnderTest {
    /** A host of all generations. */
    ComponentHost host();

    /** Closes the host and opens another on the same store, if the store outlives its host. */
    void reopen();

    /** Whether the store outlives its host. */
    boolean outlivesItsHost();
}
