package dev.wit4j.embedded.log;

import java.util.OptionalLong;

/** The names of the files of a log. */
final class SegmentNames {
    private static final String PREFIX = "segment-";
    private static final String SUFFIX = ".log";
    private static final int DIGITS = 16;

    /** A segment that is being made when the log is opened; void until it is renamed. */
    static final String UNFINISHED = "segment.unfinished";

    private SegmentNames() {}

    static String of(long segment) {
        String digits = Long.toString(segment);
        return PREFIX + "0".repeat(DIGITS - digits.length()) + digits + SUFFIX;
    }

    /** The number of the segment in a file of that name; empty if it is no segment's. */
    static OptionalLong parse(String name) {
        if (name.length() != PREFIX.length() + DIGITS + SUFFIX.length()
                || !name.startsWith(PREFIX)
                || !name.endsWith(SUFFIX)) {
            return OptionalLong.empty();
        }
        String digits = name.substring(PREFIX.length(), PREFIX.length() + DIGITS);
        return digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }
}
