package dev.wit4j.codegen;

/**
 * A Java source file that was generated.
 *
 * @param packageName the Java package, never empty
 * @param className the simple name of its one top-level type
 * @param contents the whole text, lines separated by {@code \n}
 */
public record JavaSource(String packageName, String className, String contents) {
    /** The path below a source root, segments separated by {@code /}. */
    public String path() {
        return packageName.replace('.', '/') + "/" + className + ".java";
    }
}
