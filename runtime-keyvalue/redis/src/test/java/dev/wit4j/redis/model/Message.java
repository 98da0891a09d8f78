package dev.wit4j.redis.model;

/**
 * A request on its way: it may arrive at any time, or never.
 *
 * @param kind what it asks for
 * @param owner who sent it
 * @param end of the journal, as the owner knows it; a server that lost something is reached over a new connection, over which
 *     not the length is compared but this
 * @param entry the record to append, or the intent whose effect is asked for
 * @param epoch of the owner
 */
record Message(Kind kind, int owner, Entry end, Entry entry, int epoch) implements Comparable<Message> {
    enum Kind {
        APPEND,
        EFFECT,
        GIVE_UP,
        PRUNE
    }

    @Override
    public int compareTo(Message other) {
        return toString().compareTo(other.toString());
    }
}
