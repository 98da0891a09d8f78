package dev.wit4j.maven.generation;

import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.name.Casing;
import dev.wit4j.codegen.name.MappableNames;
import dev.wit4j.codegen.name.Names;
import dev.wit4j.codegen.name.Names.ExceptionNames;
import dev.wit4j.codegen.name.Naming;
import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.index.BindingIndex;
import dev.wit4j.maven.index.BindingIndex.InterfaceEntry;
import dev.wit4j.maven.index.BindingIndex.PackageEntry;
import dev.wit4j.maven.index.IndexFile;
import dev.wit4j.maven.index.InterfaceShape;
import dev.wit4j.maven.index.ShapeReader;
import dev.wit4j.maven.source.WitArchive;
import dev.wit4j.maven.source.WitFile;
import dev.wit4j.maven.source.WitGroup;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The WIT that goes into a jar beside the classes that were generated from it, and the index of both. */
final class PackagedWit {
    private final Contracts contracts;
    private final Resolve resolve;
    private final MappableNames items;
    private final Map<PackageId, Map<String, InterfaceEntry>> interfaces = new LinkedHashMap<>();

    PackagedWit(Contracts contracts) {
        this.contracts = contracts;
        this.resolve = contracts.resolve();
        this.items = MappableNames.of(resolve);
    }

    /** Notes that something of a package was generated. */
    void add(PackageId id) {
        entriesOf(id);
    }

    /** Notes that an interface was generated with {@code names}, of which {@code naming} says some. */
    void add(InterfaceId id, Names names, Naming naming) {
        Interface definition = resolve.iface(id);
        InterfaceShape shape = new ShapeReader(resolve).read(id);
        String javaPackage = names.unit(new UnitKey.OfInterface(id)).packageName();
        entriesOf(definition.packageId())
                .put(
                        definition.name().orElseThrow(),
                        new InterfaceEntry(
                                javaPackage, shape.items(), exceptions(id, names), javaNames(id, names, naming)));
    }

    /** The types of an interface that have their exceptions with it. */
    private List<String> exceptions(InterfaceId id, Names names) {
        Set<Type> errors = names.exceptions(new UnitKey.OfInterface(id)).stream()
                .map(ExceptionNames::error)
                .collect(Collectors.toSet());
        return resolve.iface(id).types().entrySet().stream()
                .filter(type -> errors.contains(type.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The Java names that the names in WIT do not lead to: those set by hand, and those of types that had to give way. */
    private Map<String, String> javaNames(InterfaceId id, Names names, Naming naming) {
        String place = resolve.idOf(id).orElseThrow() + "#";
        Map<String, String> differing = new TreeMap<>();
        naming.names().forEach((item, java) -> {
            if (item.startsWith(place) && items.items().contains(item)) {
                differing.put(item.substring(place.length()), java);
            }
        });
        resolve.iface(id).types().forEach((name, type) -> {
            if (items.types().contains(place + name)) {
                String java = names.type(type).type().simpleName();
                if (!java.equals(Casing.upperCamel(name))) {
                    differing.put(name, java);
                }
            }
        });
        return differing;
    }

    private Map<String, InterfaceEntry> entriesOf(PackageId id) {
        return interfaces.computeIfAbsent(id, key -> new TreeMap<>());
    }

    /** Every file by its name in the jar. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, PackageEntry> entries = new TreeMap<>();
        interfaces.forEach((id, generated) -> {
            PackageName name = resolve.pkg(id).name();
            List<String> names = new ArrayList<>();
            for (WitFile file : files(name)) {
                String path = folder(name) + "/" + file.fileName();
                files.put(WitArchive.FOLDER + path, file.contents());
                names.add(path);
            }
            entries.put(name.toString(), new PackageEntry(name.toString(), names, generated));
        });
        var index = new BindingIndex(BindingIndex.FORMAT, List.copyOf(entries.values()));
        files.put(WitArchive.FOLDER + IndexFile.NAME, IndexFile.write(index));
        return files;
    }

    private List<WitFile> files(PackageName name) {
        WitGroup origin = contracts.origins().get(name);
        return origin == null ? List.of() : origin.files();
    }

    /** One folder for all packages that were read from the same files, so that none is declared twice. */
    private String folder(PackageName name) {
        WitGroup origin = contracts.origins().get(name);
        PackageName first = contracts.origins().entrySet().stream()
                .filter(entry -> entry.getValue().equals(origin))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
        return first.toString().replace(':', '.');
    }
}
