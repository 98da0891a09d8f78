package dev.wit4j.codegen.name;

import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/** The class of each world. */
final class WorldClasses {
    /** Classes nested in that of a world. */
    private static final Set<String> NESTED =
            Set.of("Imports", "Guest", "Factory", "Exports", "Functions", "ExportedFunctions", "Type");

    private final Resolve resolve;
    private final JavaPackages packages;

    WorldClasses(Resolve resolve, Naming naming) {
        this.resolve = resolve;
        this.packages = new JavaPackages(resolve, naming, new ArrayList<>());
    }

    /** Names all worlds of the package, so that the name of one does not depend on which is generated. */
    JavaName of(WorldId id) {
        World world = resolve.world(id);
        NameScope scope = NameScope.ofFiles(new ArrayList<>());
        String found = "";
        for (Map.Entry<String, WorldId> sibling :
                resolve.pkg(world.packageId()).worlds().entrySet()) {
            String name = Casing.upperCamel(sibling.getKey());
            boolean isFree = !ReservedWords.TYPES.contains(name) && !NESTED.contains(name);
            String claimed = scope.claimQuietly(isFree ? name : name + "World", sibling.getKey(), world.span());
            found = sibling.getValue().equals(id) ? claimed : found;
        }
        return JavaName.of(packages.of(world.packageId()), found);
    }
}
