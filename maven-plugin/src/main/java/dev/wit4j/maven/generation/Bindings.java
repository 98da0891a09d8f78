package dev.wit4j.maven.generation;

import dev.wit4j.codegen.GeneratedSources;
import dev.wit4j.codegen.GeneratorOptions;
import dev.wit4j.codegen.JavaGenerator;
import dev.wit4j.codegen.JavaSource;
import dev.wit4j.codegen.name.MappableNames;
import dev.wit4j.codegen.name.NameAssignment;
import dev.wit4j.codegen.name.Names;
import dev.wit4j.codegen.name.Naming;
import dev.wit4j.maven.contract.ContractReader;
import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.index.ReusedBindings;
import dev.wit4j.maven.report.FindingListener;
import dev.wit4j.maven.report.Findings;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitInputs;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes all files of a generation: reads the contracts, finds what dependencies have classes of, generates the rest. */
public final class Bindings implements BindingsBuild.Production {
    private static final String SERVICE = "META-INF/services/dev.wit4j.runtime.ComponentProvider";

    private final GenerationRequest request;
    private final FindingListener listener;

    /** A production that tells {@code listener} what it finds wrong. */
    public Bindings(GenerationRequest request, FindingListener listener) {
        this.request = request;
        this.listener = listener;
    }

    @Override
    public Map<Path, byte[]> produce(WitInputs inputs) throws InvalidInputException {
        Contracts contracts = new ContractReader(request.selection().parseOptions(), listener).read(inputs);
        Scope scope = ScopeSelection.select(contracts, request.selection());
        var findings = new Findings(contracts.sources(), listener);
        ReusedBindings reused = ReusedBindings.find(
                contracts.resolve(), scope.interfaces(), scope.exported(), inputs.archives(), findings);
        Naming naming = naming(contracts.resolve(), reused);

        Map<Path, byte[]> files = new TreeMap<>();
        var encoder = new SourceEncoder(request.java().encoding());
        for (JavaSource source : generate(scope, reused, naming, findings)) {
            files.put(request.folders().sources().resolve(source.path()), encoder.encode(source.contents()));
        }
        Path resources = request.folders().resources();
        if (request.folders().packageWit()) {
            packagedWit(contracts, scope, reused, naming)
                    .files()
                    .forEach((name, contents) -> files.put(resources.resolve(name), contents));
        }
        request.provider()
                .ifPresent(
                        name -> files.put(resources.resolve(SERVICE), (name + "\n").getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private Naming naming(Resolve resolve, ReusedBindings reused) throws InvalidInputException {
        Map<String, String> packages = new HashMap<>(request.java().packages());
        Map<String, String> names = new HashMap<>(request.java().names());
        Map<String, Set<String>> exceptions = new HashMap<>();
        Set<String> items = MappableNames.of(resolve).items();
        reused.entries().forEach((id, entry) -> {
            String wit = resolve.idOf(id).orElseThrow();
            packages.put(wit, entry.javaPackage());
            if (entry.exceptions() != null) {
                exceptions.put(wit, Set.copyOf(entry.exceptions()));
            }
            if (entry.names() != null) {
                names.keySet().removeIf(item -> item.startsWith(wit + "#"));
                entry.names().forEach((item, java) -> {
                    if (items.contains(wit + "#" + item)) {
                        names.put(wit + "#" + item, java);
                    }
                });
            }
        });
        try {
            return new Naming(request.java().basePackage(), packages, names, exceptions);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("Cannot generate with these names: " + e.getMessage());
        }
    }

    /** The sources of all worlds and packages, without those of classes that a dependency has. */
    private List<JavaSource> generate(Scope scope, ReusedBindings reused, Naming naming, Findings findings)
            throws InvalidInputException {
        GeneratorOptions options = options(naming);
        List<GeneratedSources> parts = new ArrayList<>();
        for (WorldId world : scope.worlds()) {
            parts.add(JavaGenerator.generate(scope.resolve(), world, options));
        }
        if (!scope.packages().isEmpty()) {
            parts.add(JavaGenerator.generate(scope.resolve(), scope.packages(), options));
        }
        Set<Diagnostic> diagnostics = new LinkedHashSet<>();
        parts.forEach(part -> diagnostics.addAll(part.diagnostics()));
        findings.report(List.copyOf(diagnostics), request.selection().strict());

        Set<String> elsewhere = new HashSet<>();
        reused.entries().values().forEach(entry -> elsewhere.add(entry.javaPackage()));
        Map<String, JavaSource> sources = new TreeMap<>();
        for (GeneratedSources part : parts) {
            for (JavaSource source : part.sources()) {
                if (!elsewhere.contains(source.packageName())) {
                    add(sources, source);
                }
            }
        }
        return List.copyOf(sources.values());
    }

    private GeneratorOptions options(Naming naming) throws InvalidInputException {
        try {
            return new GeneratorOptions(
                    "wit4j " + request.version(), naming, request.java().annotations());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("Cannot generate with these annotations: " + e.getMessage());
        }
    }

    private static void add(Map<String, JavaSource> sources, JavaSource source) throws InvalidInputException {
        JavaSource other = sources.putIfAbsent(source.path(), source);
        if (other != null && !other.equals(source)) {
            throw new InvalidInputException("Two worlds lead to different Java in " + source.path()
                    + ". Generate them in executions of their own, each with its own basePackage.");
        }
    }

    private static PackagedWit packagedWit(Contracts contracts, Scope scope, ReusedBindings reused, Naming naming) {
        Names names = NameAssignment.assign(contracts.resolve(), scope.units(), naming, new ArrayList<>());
        var packaged = new PackagedWit(contracts);
        scope.worlds()
                .forEach(world -> packaged.add(contracts.resolve().world(world).packageId()));
        for (InterfaceId id : scope.interfaces()) {
            if (!reused.entries().containsKey(id)) {
                packaged.add(id, names, naming);
            }
        }
        return packaged;
    }
}
