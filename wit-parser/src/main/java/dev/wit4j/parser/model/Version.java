package dev.wit4j.parser.model;

/**
 * A version by the rules of Semantic Versioning 2.0.0, compared by its precedence rules, then by build metadata.
 *
 * @param major the major number, at least 0
 * @param minor the minor number, at least 0
 * @param patch the patch number, at least 0
 * @param preRelease the identifiers behind {@code -}, separated by dots; empty if there are none
 * @param build the identifiers behind {@code +}, separated by dots; empty if there are none
 */
public record Version(long major, long minor, long patch, String preRelease, String build)
        implements Comparable<Version> {
    /** A version without pre-release and build. */
    public static Version of(long major, long minor, long patch) {
        return new Version(major, minor, patch, "", "");
    }

    @Override
    public int compareTo(Version other) {
        int order = Long.compare(major, other.major);
        if (order == 0) {
            order = Long.compare(minor, other.minor);
        }
        if (order == 0) {
            order = Long.compare(patch, other.patch);
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
        boolean leftIsNumber = left.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean rightIsNumber = right.chars().allMatch(c -> c >= '0' && c <= '9');
        if (leftIsNumber != rightIsNumber) {
            return leftIsNumber ? -1 : 1;
        }
        if (leftIsNumber && left.length() != right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return left.compareTo(right);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (build.isEmpty() ? "" : "+" + build);
    }
}
