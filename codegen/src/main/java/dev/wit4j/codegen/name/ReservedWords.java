package dev.wit4j.codegen.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that generated names keep clear of, read from the lists beside this class. */
final class ReservedWords {
    /** Words of the language. */
    static final Set<String> KEYWORDS = read("keywords.txt");

    /** Methods of {@code Object}. */
    static final Set<String> OBJECT_MEMBERS = read("object-members.txt");

    /** Types that generated code names. */
    static final Set<String> TYPES = read("types.txt");

    private ReservedWords() {}

    /** {@code wanted} as the name of a method. */
    static String method(String wanted) {
        return KEYWORDS.contains(wanted) || OBJECT_MEMBERS.contains(wanted) ? wanted + "_" : wanted;
    }

    /** {@code wanted} as the name of a record component or parameter: these also must not hide the roots of package names. */
    static String variable(String wanted, Naming naming) {
        boolean hidesRoot = wanted.equals("java")
                || wanted.equals("dev")
                || wanted.equals(naming.basePackage().split("\\.")[0]);
        return hidesRoot ? wanted + "_" : method(wanted);
    }

    private static Set<String> read(String file) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReservedWords.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
