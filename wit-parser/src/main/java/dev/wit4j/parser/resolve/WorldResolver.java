package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.ast.Extern;
import dev.wit4j.parser.ast.Extern.Direction;
import dev.wit4j.parser.ast.Extern.ExternItem;
import dev.wit4j.parser.ast.FunctionDeclaration;
import dev.wit4j.parser.ast.Include;
import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.ast.ResourceFunction;
import dev.wit4j.parser.ast.TypeBody;
import dev.wit4j.parser.ast.TypeDeclaration;
import dev.wit4j.parser.ast.WorldMember;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.resolve.PackageScope.Entry;
import dev.wit4j.parser.resolve.UnresolvedPackage.IncludeDraft;
import dev.wit4j.parser.resolve.UnresolvedPackage.WorldDraft;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fifth phase of a package: a world as it is written, without what its includes and the needs of its items add. */
final class WorldResolver {
    private final PackageScope scope;
    private final AnonymousTypes anonymous;
    private final int file;
    private final WorldDraft draft;
    private final WorldId id;
    private final FunctionResolver functions;
    private final NameScope names;
    private final TypeExpressions expressions;
    private final Map<Direction, Set<InterfaceId>> interfaces = new EnumMap<>(Direction.class);

    WorldResolver(PackageScope scope, AnonymousTypes anonymous, WorldId id, int file) {
        this.scope = scope;
        this.anonymous = anonymous;
        this.id = id;
        this.file = file;
        this.draft = scope.draft.get(id);
        this.names = new NameScope(scope.diagnostics);
        this.expressions = new TypeExpressions(scope, names, anonymous);
        this.functions = new FunctionResolver(scope, expressions);
        for (Direction direction : Direction.values()) {
            interfaces.put(direction, new HashSet<>());
        }
    }

    void resolve(Item.WorldDeclaration world) {
        draft.docs = DocComment.textOf(world.docs());
        draft.stability = Attributes.stability(world.gates(), scope.diagnostics);
        new TypeResolver(scope, names, expressions, new TypeOwner.World(id), file).resolve(world.members());
        for (WorldMember member : world.members()) {
            if (member instanceof Include include) {
                include(include);
            }
        }
        for (Map.Entry<String, Entry> name : names.names().entrySet()) {
            if (name.getValue() instanceof Entry.OfType type) {
                draft.imports.put(new WorldKey.Name(name.getKey()), new WorldItem.Type(type.id(), type.span()));
            }
        }
        for (WorldMember member : world.members()) {
            member(member);
        }
    }

    private void include(Include include) {
        Stability stability = Attributes.stability(include.gates(), scope.diagnostics);
        Optional<WorldId> world = scope.worldAt(include.from(), file);
        if (world.isPresent()) {
            draft.includes.add(new IncludeDraft(
                    world.get(),
                    include.renames(),
                    stability,
                    include.from().item().span()));
        }
    }

    private void member(WorldMember member) {
        if (member instanceof TypeDeclaration type && type.body() instanceof TypeBody.ResourceBody body) {
            for (ResourceFunction function : body.functions()) {
                functions
                        .ofResource(function, type.name())
                        .ifPresent(resolved -> draft.imports.putIfAbsent(
                                new WorldKey.Name(resolved.name()), new WorldItem.Function(resolved)));
            }
        } else if (member instanceof Extern extern) {
            extern(extern);
        }
    }

    private void extern(Extern extern) {
        ExternItem item = extern.item();
        if (item instanceof ExternItem.Function function) {
            FunctionDeclaration declaration =
                    new FunctionDeclaration(extern.docs(), extern.gates(), function.name(), function.type());
            add(
                    extern,
                    new WorldKey.Name(function.name().name()),
                    new WorldItem.Function(functions.freestanding(declaration)));
        } else if (item instanceof ExternItem.InlineInterface inline) {
            InterfaceId inner = scope.draft.addInterface(
                    Optional.empty(), Optional.empty(), inline.name().span());
            new InterfaceResolver(scope, anonymous)
                    .resolve(inner, inline.members(), extern.docs(), extern.gates(), file);
            Stability stability = scope.draft.get(inner).stability;
            add(
                    extern,
                    new WorldKey.Name(inline.name().name()),
                    new WorldItem.Interface(
                            inner,
                            stability,
                            Attributes.externalId(extern.gates(), scope.diagnostics),
                            Optional.empty(),
                            inline.name().span()));
        } else if (item instanceof ExternItem.Path path) {
            Optional<WorldItem.Interface> found = named(extern, path.path());
            if (found.isPresent()) {
                addOnce(extern, found.get());
            }
        } else if (item instanceof ExternItem.Labelled labelled) {
            named(extern, labelled.path())
                    .ifPresent(found ->
                            add(extern, new WorldKey.Name(labelled.name().name()), found));
        }
    }

    private Optional<WorldItem.Interface> named(Extern extern, ItemPath path) {
        Stability stability = Attributes.stability(extern.gates(), scope.diagnostics);
        Optional<InterfaceId> found = scope.interfaceAt(path, file);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new WorldItem.Interface(
                        found.get(),
                        stability,
                        Attributes.externalId(extern.gates(), scope.diagnostics),
                        DocComment.textOf(extern.docs()),
                        extern.item().name().span()));
    }

    private void addOnce(Extern extern, WorldItem.Interface item) {
        Set<InterfaceId> seen = interfaces.getOrDefault(extern.direction(), Set.of());
        if (seen.add(item.id())) {
            add(extern, new WorldKey.Interface(item.id()), item);
        } else {
            scope.error(
                    "repeated-interface",
                    extern.item().name(),
                    "the interface is " + extern.direction().keyword() + "ed more than once");
        }
    }

    private void add(Extern extern, WorldKey key, WorldItem item) {
        Map<WorldKey, WorldItem> items = extern.direction() == Direction.IMPORT ? draft.imports : draft.exports;
        WorldItem first = items.putIfAbsent(key, item);
        if (first != null) {
            scope.error(
                    "world-item-conflict",
                    extern.item().name(),
                    extern.direction().keyword() + " `" + extern.item().name().name() + "` conflicts with prior "
                            + kindOf(first) + " of same name");
        }
    }

    private static String kindOf(WorldItem item) {
        if (item instanceof WorldItem.Interface) {
            return "interface";
        }
        return item instanceof WorldItem.Function ? "func" : "type";
    }
}
