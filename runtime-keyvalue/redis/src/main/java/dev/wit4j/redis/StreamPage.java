package dev.wit4j.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        /** One as a server answers with it. */
        static Entry parse(Object reply) {
            List<?> parts = (List<?>) reply;
            return new Entry(
                    Redis.text(parts.get(0)),
                    ((List<?>) parts.get(1))
                            .stream().map(field -> (byte[]) field).toList());
        }

        /** The value of the field at this place. */
        byte[] value(int place) {
            return fields.get(2 * place + 1);
        }
    }

    /** The first entries of a stream. */
    static StreamPage first(Redis redis, byte[] stream) {
        return between(redis, stream, "-", "+");
    }

    /** The first entries of a stream among those between two ids, which are written as for {@code XRANGE}. */
    static StreamPage between(Redis redis, byte[] stream, String from, String to) {
        return read(redis, stream, from, to, BYTES);
    }

    /** The first entries of a stream that have {@code bytes} together, read piece by piece. */
    static StreamPage first(Redis redis, byte[] stream, long bytes) {
        List<Entry> entries = new ArrayList<>();
        StreamPage page = read(redis, stream, "-", "+", Math.min(bytes, BYTES));
        long room = bytes;
        while (true) {
            entries.addAll(page.entries);
            for (Entry entry : page.entries) {
                room -= entry.fields.stream().mapToLong(field -> field.length).sum();
            }
            if (!page.more || room <= 0) {
                return new StreamPage(entries, page.more);
            }
            String from = "(" + entries.get(entries.size() - 1).id;
            page = read(redis, stream, from, "+", Math.min(room, BYTES));
        }
    }

    private static StreamPage read(Redis redis, byte[] stream, String from, String to, long bytes) {
        List<byte[]> arguments = Stream.of(from, to, Long.toString(bytes), Integer.toString(LONGEST))
                .map(Redis::bytes)
                .toList();
        List<?> reply = (List<?>) redis.run(PAGE, List.of(stream), arguments);
        List<Entry> entries =
                ((List<?>) reply.get(1)).stream().map(Entry::parse).toList();
        return new StreamPage(entries, reply.get(0).equals(1L));
    }
}
