package dev.wit4j.parser.syntax;

import dev.wit4j.parser.ast.Extern;
import dev.wit4j.parser.ast.Extern.Direction;
import dev.wit4j.parser.ast.Extern.ExternItem;
import dev.wit4j.parser.ast.Gate;
import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.Include;
import dev.wit4j.parser.ast.InterfaceMember;
import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.ast.PackagePath;
import dev.wit4j.parser.ast.UseDeclaration;
import dev.wit4j.parser.ast.WitFile;
import dev.wit4j.parser.ast.WorldMember;
import dev.wit4j.parser.model.Version;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** From the tree of a file without errors to its AST: files, items, paths and worlds. */
final class AstBuilder {
    private final TokenBuffer tokens;
    private final TypeBuilder types;

    AstBuilder(TokenBuffer tokens) {
        this.tokens = tokens;
        this.types = new TypeBuilder(tokens, this);
    }

    WitFile build(WitGrammar.FileContext file) {
        Optional<WitFile.PackageHeader> header = Optional.empty();
        List<Item> items = new ArrayList<>();
        for (WitGrammar.ItemContext item : file.item()) {
            WitGrammar.PackageItemContext packageItem = item.packageItem();
            if (packageItem != null && packageItem.SEMICOLON() != null) {
                header = Optional.of(new WitFile.PackageHeader(
                        tokens.docsBefore(item.getStart()), packagePath(packageItem.packageName())));
            } else {
                items.add(item(item));
            }
        }
        return new WitFile(header, items);
    }

    private Item item(WitGrammar.ItemContext item) {
        var docs = tokens.docsBefore(item.getStart());
        List<Gate> gates = gates(item.gate());
        if (item.packageItem() != null) {
            List<Item> items = new ArrayList<>();
            for (WitGrammar.ItemContext inner : item.packageItem().item()) {
                items.add(item(inner));
            }
            return new Item.NestedPackage(docs, packagePath(item.packageItem().packageName()), items);
        }
        if (item.topLevelUse() != null) {
            WitGrammar.TopLevelUseContext use = item.topLevelUse();
            return new Item.TopLevelUse(gates, path(use.usePath()), optionalId(use.id()), tokens.span(use.getStart()));
        }
        if (item.interfaceItem() != null) {
            WitGrammar.InterfaceItemContext declared = item.interfaceItem();
            return new Item.InterfaceDeclaration(docs, gates, id(declared.id()), members(declared.interfaceBody()));
        }
        WitGrammar.WorldItemContext world = item.worldItem();
        List<WorldMember> members = new ArrayList<>();
        for (WitGrammar.WorldMemberContext member : world.worldMember()) {
            members.add(worldMember(member));
        }
        return new Item.WorldDeclaration(docs, gates, id(world.id()), members);
    }

    private List<InterfaceMember> members(WitGrammar.InterfaceBodyContext body) {
        List<InterfaceMember> members = new ArrayList<>();
        for (WitGrammar.InterfaceMemberContext member : body.interfaceMember()) {
            members.add(interfaceMember(member));
        }
        return members;
    }

    private InterfaceMember interfaceMember(WitGrammar.InterfaceMemberContext member) {
        var docs = tokens.docsBefore(member.getStart());
        List<Gate> gates = gates(member.gate());
        if (member.useItem() != null) {
            return use(gates, member.useItem());
        }
        return member.typeItem() != null
                ? types.declaration(docs, gates, member.typeItem())
                : types.function(docs, gates, member.namedFunction());
    }

    private WorldMember worldMember(WitGrammar.WorldMemberContext member) {
        var docs = tokens.docsBefore(member.getStart());
        List<Gate> gates = gates(member.gate());
        if (member.importItem() != null) {
            return new Extern(
                    Direction.IMPORT, docs, gates, extern(member.importItem().extern()));
        }
        if (member.exportItem() != null) {
            return new Extern(
                    Direction.EXPORT, docs, gates, extern(member.exportItem().extern()));
        }
        if (member.includeItem() != null) {
            return include(gates, member.includeItem());
        }
        return member.useItem() != null
                ? use(gates, member.useItem())
                : types.declaration(docs, gates, member.typeItem());
    }

    private ExternItem extern(WitGrammar.ExternContext extern) {
        Identifier name = id(extern.id());
        WitGrammar.ExternBehindColonContext rest = extern.externBehindColon();
        if (rest == null) {
            return new ExternItem.Path(new ItemPath.Local(name));
        }
        if (rest.functionType() != null) {
            return new ExternItem.Function(name, types.functionType(rest.functionType()));
        }
        if (rest.interfaceBody() != null) {
            return new ExternItem.InlineInterface(name, members(rest.interfaceBody()));
        }
        Identifier second = id(rest.id());
        WitGrammar.ExternPathContext path = rest.externPath();
        if (path.SLASH() == null) {
            return new ExternItem.Labelled(name, new ItemPath.Local(second));
        }
        // The colon belongs to the package, unless there is another one: then it ends the label.
        return path.COLON() == null
                ? new ExternItem.Path(foreign(name, second, path.id(0), path.atVersion()))
                : new ExternItem.Labelled(name, foreign(second, path.id(0), path.id(1), path.atVersion()));
    }

    private Include include(List<Gate> gates, WitGrammar.IncludeItemContext include) {
        List<Include.Rename> renames = new ArrayList<>();
        for (WitGrammar.IncludeNameContext name : include.includeName()) {
            renames.add(new Include.Rename(id(name.id(0)), id(name.id(1))));
        }
        return new Include(gates, path(include.usePath()), renames);
    }

    private UseDeclaration use(List<Gate> gates, WitGrammar.UseItemContext use) {
        List<UseDeclaration.UsedName> names = new ArrayList<>();
        for (WitGrammar.UseNameContext name : use.useName()) {
            names.add(new UseDeclaration.UsedName(id(name.id(0)), optionalId(name.id(1))));
        }
        return new UseDeclaration(gates, path(use.usePath()), names);
    }

    private ItemPath path(WitGrammar.UsePathContext path) {
        return path.COLON() == null
                ? new ItemPath.Local(id(path.id(0)))
                : foreign(id(path.id(0)), id(path.id(1)), path.id(2), path.atVersion());
    }

    private ItemPath foreign(
            Identifier namespace,
            Identifier name,
            WitGrammar.IdContext item,
            WitGrammar.@Nullable AtVersionContext version) {
        Span span = namespace.span().to(name.span());
        return new ItemPath.Foreign(new PackagePath(namespace, name, optionalVersion(version), span), id(item));
    }

    private ItemPath foreign(
            Identifier namespace,
            WitGrammar.IdContext name,
            WitGrammar.IdContext item,
            WitGrammar.@Nullable AtVersionContext version) {
        return foreign(namespace, id(name), item, version);
    }

    private PackagePath packagePath(WitGrammar.PackageNameContext name) {
        WitGrammar.AtVersionContext version = name.atVersion();
        Token last = version == null ? name.id(1).getStart() : lastOf(version.version());
        return new PackagePath(
                id(name.id(0)), id(name.id(1)), optionalVersion(version), tokens.span(name.getStart(), last));
    }

    List<Gate> gates(List<WitGrammar.GateContext> contexts) {
        List<Gate> gates = new ArrayList<>(contexts.size());
        for (WitGrammar.GateContext context : contexts) {
            gates.add(gate(context));
        }
        return gates;
    }

    private Gate gate(WitGrammar.GateContext gate) {
        Span span = tokens.span(gate.id().getStart());
        WitGrammar.GateArgumentContext argument = gate.gateArgument();
        return switch (nameOf(gate.id())) {
            case "since" -> new Gate.Since(version(argument.version()), span);
            case "deprecated" -> new Gate.Deprecated(version(argument.version()), span);
            case "unstable" -> new Gate.Unstable(nameOf(argument.id(1)), span);
            default ->
                new Gate.ExternalId(
                        StringLiterals.valueOf(argument.STRING_LITERAL().getText()), span);
        };
    }

    Identifier id(WitGrammar.IdContext id) {
        return new Identifier(nameOf(id), tokens.span(id.getStart()));
    }

    private Optional<Identifier> optionalId(WitGrammar.@Nullable IdContext id) {
        return id == null ? Optional.empty() : Optional.of(id(id));
    }

    private Optional<Version> optionalVersion(WitGrammar.@Nullable AtVersionContext version) {
        return version == null ? Optional.empty() : Optional.of(version(version.version()));
    }

    static String nameOf(WitGrammar.IdContext id) {
        String text = id.getStart().getText();
        return text.startsWith("%") ? text.substring(1) : text;
    }

    private Version version(WitGrammar.VersionContext version) {
        return tokens.version(version.getStart(), lastOf(version));
    }

    /** The last token of a version; a sign with nothing behind it is not part of it. */
    static Token lastOf(WitGrammar.VersionContext version) {
        List<WitGrammar.VersionPartContext> parts = version.versionPart();
        return parts.isEmpty()
                ? version.INTEGER(2).getSymbol()
                : parts.get(parts.size() - 1).getStop();
    }
}
