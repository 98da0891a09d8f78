package dev.wit4j.parser.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a package with something of everything the language has, the same for the same seed. */
final class RandomWit {
    private static final List<String> PRIMITIVES =
            List.of("bool", "u8", "s16", "u32", "s64", "f32", "f64", "char", "string", "error-context");
    private static final List<String> WORDS =
            List.of("alpha", "beta-2", "IO-error", "x", "%type", "%list", "%stream", "gamma-RAY", "d4", "%async");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<Interface> interfaces = new ArrayList<>();
    private int names;

    private RandomWit(long seed) {
        random = new Random(seed);
    }

    /** A type that others can use: its name and whether it is a resource. */
    private record Named(String name, boolean resource) {}

    private record Interface(String name, List<Named> types) {}

    static String of(long seed) {
        RandomWit wit = new RandomWit(seed);
        wit.file();
        return wit.out.toString();
    }

    private void file() {
        docs("");
        line("", "package some:%" + "package@1.2.0;");
        for (int i = random.nextInt(4); i >= 0; i--) {
            iface();
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            world();
        }
    }

    private void iface() {
        String name = name();
        attributes("", true);
        line("", "interface " + name + " {");
        List<Named> types = uses("  ");
        members("  ", types);
        line("", "}");
        interfaces.add(new Interface(name, types));
    }

    private List<Named> uses(String indent) {
        List<Named> types = new ArrayList<>();
        for (Interface other : interfaces) {
            if (other.types().isEmpty() || random.nextInt(3) != 0) {
                continue;
            }
            Named used = pick(other.types());
            String alias = name();
            attributes(indent, true);
            line(indent, "use " + other.name() + ".{" + used.name() + " as " + alias + "};");
            types.add(new Named(alias, used.resource()));
        }
        return types;
    }

    private void members(String indent, List<Named> types) {
        for (int i = random.nextInt(6); i > 0; i--) {
            type(indent, types);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            attributes(indent, false);
            line(indent, name() + ": " + function(types) + ";");
        }
    }

    private void type(String indent, List<Named> types) {
        String name = name();
        attributes(indent, false);
        switch (random.nextInt(7)) {
            case 0 -> listed(indent, "record " + name, () -> name() + ": " + use(types, false));
            case 1 ->
                listed(
                        indent,
                        "variant " + name,
                        () -> name() + (random.nextBoolean() ? "(" + use(types, false) + ")" : ""));
            case 2 -> listed(indent, "enum " + name, this::name);
            case 3 -> listed(indent, "flags " + name, this::name);
            case 4 -> {
                resource(indent, name, types);
                types.add(new Named(name, true));
                return;
            }
            case 5 -> {
                Named target = types.isEmpty() ? new Named("u8", false) : pick(types);
                line(indent, "type " + name + " = " + target.name() + ";");
                types.add(new Named(name, target.resource()));
                return;
            }
            default -> line(indent, "type " + name + " = " + shape(types, 3, false) + ";");
        }
        types.add(new Named(name, false));
    }

    /** Makes the next element. */
    private interface Element {
        String next();
    }

    private void listed(String indent, String head, Element element) {
        line(indent, head + " {");
        for (int i = random.nextInt(4); i >= 0; i--) {
            docs(indent + "  ");
            line(indent + "  ", element.next() + ",");
        }
        line(indent, "}");
    }

    private void resource(String indent, String name, List<Named> types) {
        List<Named> known = new ArrayList<>(types);
        known.add(new Named(name, true));
        line(indent, "resource " + name + " {");
        if (random.nextBoolean()) {
            attributes(indent + "  ", false);
            String result = random.nextBoolean() ? " -> result<" + name + ", string>" : "";
            line(indent + "  ", "constructor(" + params(known) + ")" + result + ";");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            attributes(indent + "  ", false);
            line(indent + "  ", name() + ": " + (random.nextBoolean() ? "static " : "") + function(known) + ";");
        }
        line(indent, "}");
    }

    private String function(List<Named> types) {
        return (random.nextInt(4) == 0 ? "async " : "") + "func(" + params(types) + ")"
                + (random.nextBoolean() ? " -> " + use(types, false) : "");
    }

    private String params(List<Named> types) {
        List<String> params = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            params.add(name() + ": " + use(types, true));
        }
        return String.join(", ", params);
    }

    private String use(List<Named> types, boolean borrows) {
        return !types.isEmpty() && random.nextBoolean() ? pick(types).name() : shape(types, 3, borrows);
    }

    private String shape(List<Named> types, int depth, boolean borrows) {
        if (depth == 0) {
            return pick(PRIMITIVES);
        }
        List<Named> resources = types.stream().filter(Named::resource).toList();
        return switch (random.nextInt(12)) {
            case 0 -> "list<" + shape(types, depth - 1, borrows) + ">";
            case 1 -> "list<" + shape(types, depth - 1, borrows) + ", " + (1 + random.nextInt(9)) + ">";
            case 2 -> "option<" + shape(types, depth - 1, borrows) + ">";
            case 3 -> "result<_, " + shape(types, depth - 1, borrows) + ">";
            case 4 -> "result<" + shape(types, depth - 1, borrows) + ">";
            case 5 -> "tuple<" + shape(types, depth - 1, borrows) + ", " + shape(types, depth - 1, borrows) + ">";
            case 6 -> "map<string, " + shape(types, depth - 1, borrows) + ">";
            case 7 -> random.nextBoolean() ? "stream" : "stream<" + shape(types, depth - 1, false) + ">";
            case 8 -> random.nextBoolean() ? "future" : "future<" + shape(types, depth - 1, false) + ">";
            case 9 -> resources.isEmpty() ? "u64" : "own<" + pick(resources).name() + ">";
            case 10 ->
                resources.isEmpty() || !borrows
                        ? "s8"
                        : "borrow<" + pick(resources).name() + ">";
            default -> pick(PRIMITIVES);
        };
    }

    private void world() {
        attributes("", true);
        line("", "world " + name() + " {");
        boolean imports = random.nextBoolean();
        for (Interface iface : interfaces) {
            if (random.nextBoolean()) {
                attributes("  ", false);
                line("  ", (imports ? "import " : "export ") + iface.name() + ";");
            } else if (random.nextInt(3) == 0) {
                attributes("  ", false);
                line("  ", "import " + name() + ": " + iface.name() + ";");
            }
        }
        List<Named> types = uses("  ");
        for (int i = random.nextInt(3); i > 0; i--) {
            type("  ", types);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            attributes("  ", false);
            line("  ", (random.nextBoolean() ? "import " : "export ") + name() + ": " + function(types) + ";");
        }
        if (random.nextBoolean()) {
            attributes("  ", false);
            line("  ", (imports ? "import " : "export ") + name() + ": interface {");
            members("    ", new ArrayList<>());
            line("  ", "}");
        }
        line("", "}");
    }

    private void attributes(String indent, boolean gatesAlone) {
        docs(indent);
        switch (random.nextInt(6)) {
            case 0 -> line(indent, "@since(version = 1.1.0)");
            case 1 -> line(indent, "@unstable(feature = next)");
            case 2 -> {
                line(indent, "@since(version = 1.0.0)");
                line(indent, "@deprecated(version = 1.2.0)");
            }
            default -> {
                // most items have none
            }
        }
        if (!gatesAlone && random.nextInt(8) == 0) {
            line(indent, "@external-id(\"it's \\u{1f600} \\\"" + random.nextInt(9) + "\\\"\\n\")");
        }
    }

    private void docs(String indent) {
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            line(indent, "/// some words, “quoted”, and no. " + random.nextInt(100));
        }
    }

    private String name() {
        return pick(WORDS) + "-n" + names++;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }
}
