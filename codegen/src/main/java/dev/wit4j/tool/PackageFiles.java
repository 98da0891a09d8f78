package dev.wit4j.tool;

import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.print.WitPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The packages of a model as files, laid out so that they can be read again. */
final class PackageFiles {
    private final Input input;
    private final WitPrinter printer;

    PackageFiles(Input input, WitPrinter printer) {
        this.input = input;
        this.printer = printer;
    }

    /** Writes all packages; returns the files. */
    List<Path> write(Path directory) throws CommandException {
        List<Path> written = new ArrayList<>();
        for (int i = 0; i < input.resolve().packages().size(); i++) {
            PackageId id = new PackageId(i);
            PackageName name = input.resolve().pkg(id).name();
            Path file = id.equals(input.main())
                    ? directory.resolve(name.name() + ".wit")
                    : directory.resolve("deps").resolve(fileName(name));
            write(file, printer.print(input.resolve(), id));
            written.add(file);
        }
        return written;
    }

    /** As short as the other dependencies let it be. */
    private String fileName(PackageName name) {
        List<PackageName> sameName = input.resolve().packages().stream()
                .map(pkg -> pkg.name())
                .filter(other -> other.name().equals(name.name()))
                .filter(other -> !other.equals(input.resolve().pkg(input.main()).name()))
                .collect(Collectors.toList());
        if (sameName.size() == 1) {
            return name.name() + ".wit";
        }
        boolean sameNamespace =
                sameName.stream().allMatch(other -> other.namespace().equals(name.namespace()));
        String version = name.version().map(v -> "@" + v).orElse("");
        return (sameNamespace ? "" : name.namespace() + ":") + name.name() + version + ".wit";
    }

    private static void write(Path file, String text) throws CommandException {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw FileTrouble.notWritten(file, e);
        }
    }
}
