package dev.wit4j.maven.contract;

import dev.wit4j.maven.source.WitGroup;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.source.SourceMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that takes part, resolved.
 *
 * @param resolve the model
 * @param main the project's own package, or the first of those in its {@code deps/} if it has none of its own
 * @param hasOwnPackage whether {@code main} is the project's own
 * @param origins the files that each package was read from
 * @param sources the texts that places in the model point into
 */
public record Contracts(
        Resolve resolve, PackageId main, boolean hasOwnPackage, Map<PackageName, WitGroup> origins, SourceMap sources) {
    public Contracts {
        origins = new LinkedHashMap<>(origins);
    }
}
