package dev.wit4j.codegen;

import dev.wit4j.codegen.emit.SourceEmitter;
import dev.wit4j.codegen.live.LiveUnits;
import dev.wit4j.codegen.live.LiveWorld;
import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.WorldModel;
import dev.wit4j.codegen.name.ClassFileNames;
import dev.wit4j.codegen.name.NameAssignment;
import dev.wit4j.codegen.name.Names;
import dev.wit4j.codegen.name.WorldNaming;
import dev.wit4j.codegen.translate.JavaLimits;
import dev.wit4j.codegen.translate.UnitTranslation;
import dev.wit4j.codegen.translate.WorldTranslation;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Generates Java from a resolved model. Pure: the same model and options give the same bytes, and nothing is read or written.
 */
public final class JavaGenerator {
    private final Resolve resolve;
    private final GeneratorOptions options;
    private final SourceEmitter emitter;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private JavaGenerator(Resolve resolve, GeneratorOptions options) {
        this.resolve = resolve;
        this.options = options;
        this.emitter = new SourceEmitter(options.generator(), options.annotations());
    }

    /** What a component of {@code world}, and a host of it, are written against. */
    public static GeneratedSources generate(Resolve resolve, WorldId world, GeneratorOptions options) {
        return new JavaGenerator(resolve, options).generate(world);
    }

    /** The interfaces of whole packages and what they use of others, without any world: bindings to share in a jar. */
    public static GeneratedSources generate(Resolve resolve, Collection<PackageId> packages, GeneratorOptions options) {
        return new JavaGenerator(resolve, options).generate(packages);
    }

    private GeneratedSources generate(WorldId id) {
        diagnostics.addAll(UnmatchedMappings.of(resolve, options));
        LiveWorld live = LiveUnits.of(resolve, id);
        if (exceedsJava(live.units())) {
            return new GeneratedSources(List.of(), diagnostics);
        }
        Names names = name(live.units());
        WorldNaming worldNames = WorldNaming.assign(live, names, options.naming(), diagnostics);
        new ClassFileNames(resolve, diagnostics)
                .check(worldNames, resolve.world(id).span());
        if (hasErrors()) {
            return new GeneratedSources(List.of(), diagnostics);
        }
        Map<UnitKey, UnitModel> units = translate(live.units(), names);
        WorldModel world = WorldTranslation.translate(live, worldNames, units);
        List<JavaSource> sources = emit(units.values());
        sources.add(source(emitter.emit(world)));
        return new GeneratedSources(sources, diagnostics);
    }

    private GeneratedSources generate(Collection<PackageId> packages) {
        diagnostics.addAll(UnmatchedMappings.of(resolve, options));
        List<Unit> live = LiveUnits.of(resolve, packages);
        if (exceedsJava(live)) {
            return new GeneratedSources(List.of(), diagnostics);
        }
        Names names = name(live);
        if (hasErrors()) {
            return new GeneratedSources(List.of(), diagnostics);
        }
        return new GeneratedSources(emit(translate(live, names).values()), diagnostics);
    }

    private boolean exceedsJava(List<Unit> live) {
        var limits = new JavaLimits(resolve, diagnostics);
        live.forEach(limits::check);
        return hasErrors();
    }

    private Names name(List<Unit> live) {
        Names names = NameAssignment.assign(resolve, live, options.naming(), diagnostics);
        var files = new ClassFileNames(resolve, diagnostics);
        live.forEach(unit -> files.check(unit, names));
        return names;
    }

    private boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    private Map<UnitKey, UnitModel> translate(List<Unit> live, Names names) {
        var translation = new UnitTranslation(resolve, live, names);
        Map<UnitKey, UnitModel> units = new LinkedHashMap<>();
        live.forEach(unit -> units.put(unit.key(), translation.translate(unit)));
        return units;
    }

    private List<JavaSource> emit(Collection<UnitModel> units) {
        var sources = new ArrayList<JavaSource>();
        for (UnitModel unit : units) {
            emitter.emit(unit).forEach(source -> sources.add(source(source)));
        }
        return sources;
    }

    private static JavaSource source(SourceEmitter.Source source) {
        return new JavaSource(source.name().packageName(), source.name().simpleName(), source.contents());
    }
}
