package dev.wit4j.embedded.log;

/** What is appended to a log: a record in the making. */
public interface Entry {
    /**
     * Whether it may be appended now. Called with the log to itself, before anything has happened.
     *
     * @throws RuntimeException if it may not; nothing is appended then
     */
    void check();

    /**
     * It is appended as record {@code number}: from now on others may see it. Called with the log to itself, in the order of
     * the numbers. An exception poisons the log.
     */
    void appended(long number);

    /** What is written. Called once, behind {@link #appended}. */
    Payload payload();

    /** It is being written at {@code position}. Called before it is durable, by the thread that writes. */
    void placed(Position position);
}
