package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.diagnostic.NearestName;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.resolve.PackageScope.Entry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of one interface or world while it is resolved: types and functions share them. */
final class NameScope {
    private final Map<String, Entry> names = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    NameScope(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Map<String, Entry> names() {
        return names;
    }

    void define(Identifier name, Entry entry) {
        Entry first = names.putIfAbsent(name.name(), entry);
        if (first != null && !(first instanceof Entry.Broken)) {
            Diagnostic repeated = Diagnostic.error(
                    "duplicate-name", name.span(), "name `" + name.name() + "` is defined more than once");
            diagnostics.report(
                    first instanceof Entry.OfType type
                            ? repeated.withLabel(type.span(), "first defined here")
                            : repeated);
        }
    }

    /** The type of that name; reports if there is none. */
    Optional<TypeId> type(Identifier name) {
        Entry found = names.get(name.name());
        if (found instanceof Entry.OfType type) {
            return Optional.of(type.id());
        }
        if (found instanceof Entry.OfFunction) {
            diagnostics.report(
                    Diagnostic.error("not-a-type", name.span(), "cannot use function `" + name.name() + "` as a type"));
        } else if (found == null) {
            notFound(name, "name", names.keySet());
        }
        return Optional.empty();
    }

    /** Reports that {@code name} is not there, with what it was perhaps meant to be. */
    void notFound(Identifier name, String kind, Set<String> known) {
        Diagnostic missing =
                Diagnostic.error("type-not-found", name.span(), kind + " `" + name.name() + "` does not exist");
        switch (name.name()) {
            case "float32" -> diagnostics.report(missing.withHint("the type is called `f32` today"));
            case "float64" -> diagnostics.report(missing.withHint("the type is called `f64` today"));
            default -> {
                Stream<String> primitives =
                        Arrays.stream(PrimitiveType.values()).map(PrimitiveType::wit);
                NearestName.report(diagnostics, missing, name.name(), () -> Stream.concat(known.stream(), primitives));
            }
        }
    }
}
