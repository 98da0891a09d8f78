package dev.wit4j.codegen.name;

import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The class of each world. */
final class WorldClasses {
    /** Classes nested in that of a world. */
    private static final Set<String> NESTED =
            Set.of("Imports", "Guest", "Factory", "Exports", "Functions", "ExportedFunctions", "Type");

    private final Map<WorldId, JavaName> names = new LinkedHashMap<>();

    /** Names all worlds, so that the name of one does not depend on which is generated. */
    WorldClasses(Resolve resolve, Naming naming) {
        var packages = new JavaPackages(resolve, naming, new ArrayList<>());
        Map<String, NameScope> scopes = new HashMap<>();
        for (int i = 0; i < resolve.worlds().size(); i++) {
            World world = resolve.worlds().get(i);
            String javaPackage = packages.of(world.packageId());
            NameScope scope = scopes.computeIfAbsent(javaPackage, name -> NameScope.ofFiles(new ArrayList<>()));
            names.put(new WorldId(i), JavaName.of(javaPackage, scope.claimQuietly(wanted(world), "", world.span())));
        }
    }

    private static String wanted(World world) {
        String name = Casing.upperCamel(world.name());
        return ReservedWords.TYPES.contains(name) || NESTED.contains(name) ? name + "World" : name;
    }

    /** The class of a world. */
    JavaName of(WorldId id) {
        return Objects.requireNonNull(names.get(id), "a world of the model");
    }

    /** The classes of all worlds, whether they are generated or not. */
    Map<WorldId, JavaName> all() {
        return Collections.unmodifiableMap(names);
    }
}
