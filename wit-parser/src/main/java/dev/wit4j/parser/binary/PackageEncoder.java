package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A package of a model as a tree of declarations: each item a component type, exported under its name. */
final class PackageEncoder {
    private PackageEncoder() {}

    static ComponentTree encode(Resolve resolve, PackageId id) {
        Package pkg = resolve.pkg(id);
        List<Declaration> declarations = new ArrayList<>();
        pkg.interfaces()
                .forEach((name, iface) -> export(declarations, name, ComponentTypeEncoder.ofInterface(resolve, iface)));
        pkg.worlds().forEach((name, world) -> export(declarations, name, wrapped(resolve, resolve.world(world))));
        return new ComponentTree(
                declarations, List.of(PackageMetadata.of(resolve, pkg).toSection(), producers()));
    }

    private static TypeDefinition wrapped(Resolve resolve, World world) {
        TypeScope wrapper = new TypeScope();
        int type = wrapper.define(ComponentTypeEncoder.ofWorld(resolve, world));
        ExternName name = ExternName.of(resolve.pkg(world.packageId()).name().item(world.name()));
        wrapper.declarations().add(new Declaration.Export(name, new ExternType.Component(type)));
        return new TypeDefinition.Component(wrapper.declarations());
    }

    private static void export(List<Declaration> declarations, String name, TypeDefinition type) {
        int index = declarations.size(); // an export makes a type of its own
        declarations.add(new Declaration.DefineType(type));
        declarations.add(new Declaration.ExportType(ExternName.of(name), index));
    }

    private static CustomSection producers() {
        String version = Optional.ofNullable(PackageEncoder.class.getPackage().getImplementationVersion())
                .orElse("");
        byte[] data = new ByteOutput()
                .writeUnsigned(1)
                .writeName("processed-by")
                .writeUnsigned(1)
                .writeName("wit4j")
                .writeName(version)
                .toBytes();
        return new CustomSection("producers", data);
    }
}
