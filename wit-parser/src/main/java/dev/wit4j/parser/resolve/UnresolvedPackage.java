package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Include;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One package, resolved as far as that goes without looking at another: all ids in it are places in its own arenas, at whose
 * beginning stands a placeholder for each item of another package that it names.
 */
final class UnresolvedPackage {
    final PackageText text;
    final List<TypeDraft> types = new ArrayList<>();
    private final List<TypeId> withoutAliases = new ArrayList<>();
    final List<InterfaceDraft> interfaces = new ArrayList<>();
    final List<WorldDraft> worlds = new ArrayList<>();
    final Map<PackageName, ForeignPackage> foreign = new LinkedHashMap<>();
    final List<RequiredResource> requiredResources = new ArrayList<>();
    /** Whether an error was found in it. */
    boolean broken;

    UnresolvedPackage(PackageText text) {
        this.text = text;
    }

    PackageName name() {
        return text.name();
    }

    TypeId add(TypeDraft type) {
        TypeId id = new TypeId(types.size());
        types.add(type);
        // Types come behind what they stand for, so following one step is enough.
        if (type instanceof TypeDraft.Local local
                && local.definition().kind() instanceof TypeDefKind.Alias alias
                && alias.type() instanceof TypeId target) {
            withoutAliases.add(withoutAliases.get(target.index()));
        } else {
            withoutAliases.add(id);
        }
        return id;
    }

    /** What {@code id} stands for when all aliases are followed, as far as that is in this package. */
    TypeId withoutAliases(TypeId id) {
        return withoutAliases.get(id.index());
    }

    InterfaceId addInterface(Optional<String> name, Optional<ForeignItem> foreign, Span span) {
        interfaces.add(new InterfaceDraft(name, foreign, span));
        return new InterfaceId(interfaces.size() - 1);
    }

    WorldId addWorld(String name, Optional<ForeignItem> foreign, Span span) {
        worlds.add(new WorldDraft(name, foreign, span));
        return new WorldId(worlds.size() - 1);
    }

    InterfaceDraft get(InterfaceId id) {
        return interfaces.get(id.index());
    }

    WorldDraft get(WorldId id) {
        return worlds.get(id.index());
    }

    TypeDraft get(TypeId id) {
        return types.get(id.index());
    }

    /** A type of this package, or the placeholder for one of another. */
    sealed interface TypeDraft {
        Stability stability();

        /** Defined here; the ids in it are those of the draft. */
        record Local(TypeDef definition) implements TypeDraft {
            @Override
            public Stability stability() {
                return definition.stability();
            }
        }

        /** Brought in by {@code use} from an interface of another package. */
        record Foreign(InterfaceId from, String name, Stability stability, Span span) implements TypeDraft {}
    }

    /** An interface of this package, or the placeholder for one of another. */
    static final class InterfaceDraft {
        final Optional<String> name;
        final Optional<ForeignItem> foreign;
        final Span span;
        final Map<String, TypeId> types = new LinkedHashMap<>();
        final Map<String, Function> functions = new LinkedHashMap<>();
        Optional<Docs> docs = Optional.empty();
        Stability stability = Stability.UNKNOWN;

        InterfaceDraft(Optional<String> name, Optional<ForeignItem> foreign, Span span) {
            this.name = name;
            this.foreign = foreign;
            this.span = span;
        }
    }

    /** A world of this package, or the placeholder for one of another. */
    static final class WorldDraft {
        final String name;
        final Optional<ForeignItem> foreign;
        final Span span;
        final Map<WorldKey, WorldItem> imports = new LinkedHashMap<>();
        final Map<WorldKey, WorldItem> exports = new LinkedHashMap<>();
        final List<IncludeDraft> includes = new ArrayList<>();
        Optional<Docs> docs = Optional.empty();
        Stability stability = Stability.UNKNOWN;

        WorldDraft(String name, Optional<ForeignItem> foreign, Span span) {
            this.name = name;
            this.foreign = foreign;
            this.span = span;
        }
    }

    /** An {@code include} of a world. */
    record IncludeDraft(WorldId world, List<Include.Rename> renames, Stability stability, Span span) {
        IncludeDraft {
            renames = List.copyOf(renames);
        }
    }

    /** Another package that this one names, and where it does so first. */
    static final class ForeignPackage {
        final Span span;
        final Map<String, ForeignItem> items = new LinkedHashMap<>();

        ForeignPackage(Span span) {
            this.span = span;
        }
    }

    /** An interface or world of another package, with the gates of each place that names it. */
    static final class ForeignItem {
        final PackageName packageName;
        final String name;
        final Span packageSpan;
        final List<Stability> uses = new ArrayList<>();

        ForeignItem(PackageName packageName, String name, Span packageSpan) {
            this.packageName = packageName;
            this.name = name;
            this.packageSpan = packageSpan;
        }
    }

    /** A type of another package that stands where only a resource may. */
    record RequiredResource(TypeId type, Span span) {}
}
