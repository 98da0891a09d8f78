package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of something in a package, {@code namespace:package/item@version}.
 *
 * @param packageName the package
 * @param item the name within it
 */
record QualifiedName(PackageName packageName, String item) {
    private static final Pattern NAME = Pattern.compile("([^:/@]*):([^:/@]*)/([^:/@]*)(?:@(.*))?");
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final String IDENTIFIERS = "([0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)";
    private static final Pattern VERSION = Pattern.compile(
            NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-" + IDENTIFIERS + ")?(?:\\+" + IDENTIFIERS + ")?");
    private static final int MAX_LENGTH = 10_000;

    static QualifiedName parse(String name) throws InvalidPackageException {
        Matcher parts = NAME.matcher(name);
        if (name.length() > MAX_LENGTH || !parts.matches()) {
            throw new InvalidPackageException("`" + name + "` is no name of the form namespace:package/item");
        }
        Optional<Version> version = Optional.empty();
        if (parts.group(4) != null) {
            version = Optional.of(version(parts.group(4)));
        }
        return new QualifiedName(
                new PackageName(label(parts.group(1)), label(parts.group(2)), version), label(parts.group(3)));
    }

    static Version version(String text) throws InvalidPackageException {
        Matcher parts = VERSION.matcher(text);
        if (text.length() > MAX_LENGTH || !parts.matches()) {
            throw new InvalidPackageException("`" + text + "` is no semantic version");
        }
        return new Version(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                orEmpty(parts.group(4)),
                orEmpty(parts.group(5)));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String part) {
        return part == null ? "" : part;
    }

    /** {@code name} if it is a word that WIT could have declared. */
    static String label(String name) throws InvalidPackageException {
        boolean first = true;
        for (String word : name.split("-", -1)) {
            boolean lower = word.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
            boolean upper = word.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
            boolean startsWell = !word.isEmpty() && (!first || Character.isLetter(word.charAt(0)));
            if (!startsWell || !lower && !upper) {
                throw new InvalidPackageException("`" + name + "` is no kebab-case name");
            }
            first = false;
        }
        return name;
    }
}
