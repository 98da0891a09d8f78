package dev.wit4j.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * Some entries of a stream, read in one answer whose size is bounded by that of the largest entry, however many there are.
 *
 * @param entries in their order, at least one if there is one
 * @param more whether there may be others behind them
 */
record StreamPage(List<Entry> entries, boolean more) {
    private static final Script PAGE = Script.of("page");

    /** About so many bytes are read at once. */
    private static final long BYTES = 1 << 20;

    /** A script that reads more takes too long from others. */
    private static final int LONGEST = 1000;

    /**
     * An entry.
     *
     * @param fields names and values, by turns
     */
    record Entry(String id, List<byte[]> fields) {
        /** The value of the field at this place. */
        byte[] value(int place) {
            return fields.get(2 * place + 1);
        }
    }

    /** The first entries of a stream. */
    static StreamPage first(Redis redis, byte[] stream) {
        return read(redis, stream, "-", BYTES);
    }

    /** The first entries of a stream that have {@code bytes} together, read piece by piece. */
    static StreamPage first(Redis redis, byte[] stream, long bytes) {
        List<Entry> entries = new ArrayList<>();
        StreamPage page = read(redis, stream, "-", Math.min(bytes, BYTES));
        long room = bytes;
        while (true) {
            entries.addAll(page.entries);
            for (Entry entry : page.entries) {
                room -= entry.fields.stream().mapToLong(field -> field.length).sum();
            }
            if (!page.more || room <= 0) {
                return new StreamPage(entries, page.more);
            }
            page = read(redis, stream, "(" + entries.get(entries.size() - 1).id, Math.min(room, BYTES));
        }
    }

    private static StreamPage read(Redis redis, byte[] stream, String from, long bytes) {
        List<?> reply = (List<?>) redis.run(
                PAGE,
                List.of(stream),
                List.of(Redis.bytes(from), Redis.bytes(Long.toString(bytes)), Redis.bytes(Integer.toString(LONGEST))));
        return new StreamPage(
                ((List<?>) reply.get(1)).stream().map(StreamPage::entry).toList(),
                reply.get(0).equals(1L));
    }

    private static Entry entry(Object reply) {
        List<?> parts = (List<?>) reply;
        List<byte[]> fields =
                ((List<?>) parts.get(1)).stream().map(field -> (byte[]) field).toList();
        return new Entry(Redis.text(parts.get(0)), fields);
    }
}
