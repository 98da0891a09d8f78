package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** WIT read for tests. */
record Wit(Resolve resolve, Package main) {
    /** The packages of texts; the first is the main one. */
    static Wit of(String main, String... dependencies) {
        List<PackageInput> others = Arrays.stream(dependencies)
                .map(text -> (PackageInput) PackageInput.Text.of("dependency.wit", text))
                .toList();
        return of(new WitParser(ParseOptions.DEFAULT).parse(PackageInput.Text.of("main.wit", main), others));
    }

    static Wit of(Path path) {
        return of(new WitParser(ParseOptions.DEFAULT.withAllFeatures(true)).parse(path));
    }

    /** The package in one directory, with those that it needs each in a directory of its own. */
    static Wit of(Path main, List<Path> dependencies) {
        return of(new WitParser(ParseOptions.DEFAULT)
                .parse(read(main), dependencies.stream().map(Wit::read).toList()));
    }

    private static PackageInput read(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return new PackageInput.Text(
                    directory.toString(),
                    files.filter(file -> file.toString().endsWith(".wit"))
                            .sorted()
                            .map(file -> new PackageInput.File(file.toString(), contents(file)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wit of(ParseResult result) {
        assertThat(result.resolve()).as("%s", result.diagnostics()).isPresent();
        Resolve resolve = result.resolve().get();
        return new Wit(resolve, resolve.pkg(result.mainPackage().orElseThrow()));
    }

    WorldId world(String name) {
        WorldId found = main.worlds().get(name);
        assertThat(found).as("world %s among %s", name, main.worlds().keySet()).isNotNull();
        return found;
    }

    /** Generates for a world of the main package. */
    GeneratedSources generate(String world) {
        return JavaGenerator.generate(resolve, world(world), GeneratorOptions.DEFAULT);
    }
}
