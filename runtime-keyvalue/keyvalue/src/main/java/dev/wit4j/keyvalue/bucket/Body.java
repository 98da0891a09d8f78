package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import java.util.Arrays;

/** The body of a value: what is appended at one end is taken at the other. Used by one invocation at a time. */
public final class Body {
    /**
     * How many bytes a body may have, whatever the options of the host say: local functions check it, which run again on
     * replay and must come out the same. What a value may have is checked when it is written to a bucket.
     */
    public static final int MOST_BYTES = 1 << 30;

    private byte[] buffer;
    private int start;
    private int end;

    /** An empty body. */
    public Body() {
        this(Bytes.EMPTY);
    }

    /** A body that holds {@code content}. */
    public Body(Bytes content) {
        buffer = content.toArray();
        end = buffer.length;
    }

    /** How many bytes are there to be taken. */
    public int size() {
        return end - start;
    }

    /** How many bytes more it may have. */
    public int room() {
        return MOST_BYTES - size();
    }

    /**
     * Adds bytes at the end.
     *
     * @throws RefusedException if there is no room for them
     */
    public void append(Bytes more) {
        checkRoom(more.size());
        if (end + more.size() > buffer.length) {
            int size = size();
            byte[] larger = new byte[Math.max(size + more.size(), (int) Math.min(2L * size, Integer.MAX_VALUE - 8))];
            System.arraycopy(buffer, start, larger, 0, size);
            buffer = larger;
            start = 0;
            end = size;
        }
        more.copyTo(buffer, end);
        end += more.size();
    }

    /**
     * Adds {@code count} zeroes, an unsigned number, at the end.
     *
     * @throws RefusedException if there is no room for them
     */
    public void appendZeroes(long count) {
        checkRoom(count);
        append(Bytes.wrap(new byte[(int) count]));
    }

    private void checkRoom(long more) {
        if (Long.compareUnsigned(more, room()) > 0) {
            throw RefusedException.other("a value may have " + MOST_BYTES + " bytes, this one would have "
                    + Long.toUnsignedString(more + size()));
        }
    }

    /** What is there, which stays. */
    public Bytes content() {
        return Bytes.wrap(Arrays.copyOfRange(buffer, start, end));
    }

    /** Takes up to {@code limit} bytes, an unsigned number, from the front. */
    public Bytes take(long limit) {
        int size = Long.compareUnsigned(limit, size()) < 0 ? (int) limit : size();
        Bytes taken = Bytes.wrap(Arrays.copyOfRange(buffer, start, start + size));
        start += size;
        return taken;
    }

    /** Takes everything. */
    public Bytes drain() {
        return take(size());
    }
}
