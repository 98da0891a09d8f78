package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One package as written.
 *
 * @param name its name
 * @param span where the name is written
 * @param docs its documentation
 * @param files what each of its files declares, packages excluded
 */
record PackageText(PackageName name, Span span, Optional<Docs> docs, List<List<Item>> files) {
    PackageText {
        files = List.copyOf(files);
    }
}
