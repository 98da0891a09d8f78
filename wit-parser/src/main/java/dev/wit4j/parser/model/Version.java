package dev.wit4j.parser.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by the rules of Semantic Versioning 2.0.0, compared by its precedence rules, then by build metadata.
 *
 * @param major the major number, an unsigned 64-bit number
 * @param minor the minor number, an unsigned 64-bit number
 * @param patch the patch number, an unsigned 64-bit number
 * @param preRelease the identifiers behind {@code -}, separated by dots; empty if there are none
 * @param build the identifiers behind {@code +}, separated by dots; empty if there are none
 */
public record Version(long major, long minor, long patch, String preRelease, String build)
        implements Comparable<Version> {
    private static final Pattern SHAPE =
            Pattern.compile("([0-9]+)\\.([0-9]+)\\.([0-9]+)(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?");

    /**
     * The version that {@code text} spells.
     *
     * @throws IllegalArgumentException if it spells none; the message says why, without a full stop
     */
    public static Version parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "`" + text + "` is no version of the form 1.2.3, 1.2.3-pre.release or 1.2.3+build");
        }
        String preRelease = parts.group(4) == null ? "" : parts.group(4);
        String build = parts.group(5) == null ? "" : parts.group(5);
        requireIdentifiers("pre-release", preRelease, true);
        requireIdentifiers("build metadata", build, false);
        return new Version(
                number("major", parts.group(1)),
                number("minor", parts.group(2)),
                number("patch", parts.group(3)),
                preRelease,
                build);
    }

    private static long number(String part, String digits) {
        if (digits.length() > 1 && digits.startsWith("0")) {
            throw new IllegalArgumentException("invalid leading zero in " + part + " version number");
        }
        try {
            return Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("value of " + part + " version number is too large", e);
        }
    }

    private static void requireIdentifiers(String part, String identifiers, boolean numbersAreCanonical) {
        if (identifiers.isEmpty()) {
            return;
        }
        for (String identifier : identifiers.split("\\.", -1)) {
            if (identifier.isEmpty()) {
                throw new IllegalArgumentException("empty identifier segment in " + part);
            }
            if (numbersAreCanonical && identifier.length() > 1 && identifier.startsWith("0") && isNumber(identifier)) {
                throw new IllegalArgumentException("invalid leading zero in " + part + " identifier");
            }
        }
    }

    /** A version without pre-release and build. */
    public static Version of(long major, long minor, long patch) {
        return new Version(major, minor, patch, "", "");
    }

    @Override
    public int compareTo(Version other) {
        int order = Long.compareUnsigned(major, other.major);
        if (order == 0) {
            order = Long.compareUnsigned(minor, other.minor);
        }
        if (order == 0) {
            order = Long.compareUnsigned(patch, other.patch);
        }
        if (order == 0) {
            order = comparePreRelease(preRelease, other.preRelease);
        }
        return order == 0 ? compareIdentifiers(build, other.build) : order;
    }

    /** A version without a pre-release comes after all of its pre-releases. */
    private static int comparePreRelease(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        return compareIdentifiers(left, right);
    }

    private static int compareIdentifiers(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(right.isEmpty(), left.isEmpty());
        }
        String[] lefts = left.split("\\.", -1);
        String[] rights = right.split("\\.", -1);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int order = compareIdentifier(lefts[i], rights[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int compareIdentifier(String left, String right) {
        boolean leftIsNumber = isNumber(left);
        boolean rightIsNumber = isNumber(right);
        if (leftIsNumber != rightIsNumber) {
            return leftIsNumber ? -1 : 1;
        }
        if (leftIsNumber && left.length() != right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return left.compareTo(right);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(major) + "." + Long.toUnsignedString(minor) + "." + Long.toUnsignedString(patch)
                + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (build.isEmpty() ? "" : "+" + build);
    }
}
