package dev.wit4j.parser.ast;

import java.util.List;
import java.util.Optional;

/**
 * One file.
 *
 * @param header its {@code package ...;} line, if it has one
 * @param items what it declares, in the order of the text
 */
public record WitFile(Optional<PackageHeader> header, List<Item> items) {
    public WitFile {
        items = List.copyOf(items);
    }

    /**
     * {@code package namespace:name@version;}
     *
     * @param docs the comments before it
     * @param path the package that the file belongs to
     */
    public record PackageHeader(Optional<DocComment> docs, PackagePath path) {}
}
