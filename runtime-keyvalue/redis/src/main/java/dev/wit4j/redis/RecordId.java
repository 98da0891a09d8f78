package dev.wit4j.redis;

/**
 * The id of a record in its stream. The epoch comes first, so that whoever has a lower one is refused.
 *
 * @param epoch the claim that wrote it
 * @param sequence its number in the journal
 */
record RecordId(long epoch, long sequence) {
    static RecordId parse(String id) {
        int dash = id.indexOf('-');
        return new RecordId(Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
    }

    byte[] bytes() {
        return Redis.bytes(toString());
    }

    @Override
    public String toString() {
        return epoch + "-" + sequence;
    }
}
