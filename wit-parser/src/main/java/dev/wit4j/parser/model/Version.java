package dev.wit4j.parser.model;

import org.jspecify.annotations.Nullable;

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
    /**
     * The version that {@code text} spells.
     *
     * @throws IllegalArgumentException if it spells none; the message says why, without a full stop
     */
    public static Version parse(String text) {
        int plus = text.indexOf('+');
        String withoutBuild = plus < 0 ? text : text.substring(0, plus);
        String build = plus < 0 ? "" : text.substring(plus + 1);
        int hyphen = withoutBuild.indexOf('-');
        String core = hyphen < 0 ? withoutBuild : withoutBuild.substring(0, hyphen);
        String preRelease = hyphen < 0 ? "" : withoutBuild.substring(hyphen + 1);
        int first = core.indexOf('.');
        int second = core.indexOf('.', first + 1);
        boolean fits = (plus < 0 || isIdentifiers(build))
                && (hyphen < 0 || isIdentifiers(preRelease))
                && first > 0
                && second > first + 1
                && second < core.length() - 1
                && isNumber(core.substring(0, first))
                && isNumber(core.substring(first + 1, second))
                && isNumber(core.substring(second + 1));
        if (!fits) {
            throw new IllegalArgumentException(
                    "`" + text + "` is no version of the form 1.2.3, 1.2.3-pre.release or 1.2.3+build");
        }
        requireIdentifiers("pre-release", preRelease, true);
        requireIdentifiers("build metadata", build, false);
        return new Version(
                number("major", core.substring(0, first)),
                number("minor", core.substring(first + 1, second)),
                number("patch", core.substring(second + 1)),
                preRelease,
                build);
    }

    /** Whether {@code text} has only characters that identifiers and the dots between them have, and at least one. */
    private static boolean isIdentifiers(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-')) {
                return false;
            }
        }
        return !text.isEmpty();
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
        for (int i = 0; i < identifier.length(); i++) {
            if (identifier.charAt(i) < '0' || identifier.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version that
                && major == that.major
                && minor == that.minor
                && patch == that.patch
                && preRelease.equals(that.preRelease)
                && build.equals(that.build);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(31 * (31 * major + minor) + patch) + preRelease.hashCode()) + build.hashCode();
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(major) + "." + Long.toUnsignedString(minor) + "." + Long.toUnsignedString(patch)
                + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (build.isEmpty() ? "" : "+" + build);
    }
}
