package dev.wit4j.parser.print;

import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints packages of a model as WIT that parses to the same packages. Comments other than documentation are not part of a
 * model; to tidy a text and keep them, format it instead. Immutable and safe to share between threads.
 */
public final class WitPrinter {
    private final boolean withDocs;

    /** A printer that prints documentation. */
    public WitPrinter() {
        this(true);
    }

    /** A printer that prints documentation if asked to. */
    public WitPrinter(boolean withDocs) {
        this.withDocs = withDocs;
    }

    /** The text of a file that holds the package {@code id} alone. */
    public String print(Resolve resolve, PackageId id) {
        return print(resolve, id, List.of());
    }

    /** The text of one file with every package of the model: {@code main} as the file's own, the others nested in it. */
    public String printAll(Resolve resolve, PackageId main) {
        List<PackageId> others = new ArrayList<>();
        for (int i = 0; i < resolve.packages().size(); i++) {
            if (i != main.index()) {
                others.add(new PackageId(i));
            }
        }
        return print(resolve, main, others);
    }

    private String print(Resolve resolve, PackageId main, List<PackageId> nested) {
        Output out = new Output(withDocs);
        out.docs(resolve.pkg(main).docs());
        out.line(head(resolve.pkg(main)) + ";");
        out.blank();
        body(resolve, main, true, out);
        for (int i = 0; i < nested.size(); i++) {
            if (i > 0) {
                out.blank();
                out.blank();
            }
            out.docs(resolve.pkg(nested.get(i)).docs());
            out.open(head(resolve.pkg(nested.get(i))));
            body(resolve, nested.get(i), false, out);
            out.close();
        }
        return out.text();
    }

    private static String head(Package pkg) {
        PackageName name = pkg.name();
        return "package " + WitText.identifier(name.namespace()) + ":" + WitText.identifier(name.name())
                + name.version().map(version -> "@" + version).orElse("");
    }

    private static void body(Resolve resolve, PackageId id, boolean spaced, Output out) {
        Package pkg = resolve.pkg(id);
        var items = new ItemPrinter(resolve, id, out);
        for (Map.Entry<String, InterfaceId> entry : pkg.interfaces().entrySet()) {
            Interface iface = resolve.iface(entry.getValue());
            out.docs(iface.docs());
            out.stability(iface.stability());
            out.open("interface " + WitText.identifier(entry.getKey()));
            items.interfaceBody(entry.getValue());
            out.close();
            if (spaced) {
                out.blank();
            }
        }
        var worlds = new WorldPrinter(resolve, out, items);
        for (Map.Entry<String, WorldId> entry : pkg.worlds().entrySet()) {
            World world = resolve.world(entry.getValue());
            out.docs(world.docs());
            out.stability(world.stability());
            out.open("world " + WitText.identifier(entry.getKey()));
            worlds.body(entry.getValue());
            out.close();
        }
    }
}
