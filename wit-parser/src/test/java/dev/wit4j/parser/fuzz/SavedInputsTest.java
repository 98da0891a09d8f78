package dev.wit4j.parser.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inputs that were found by fuzzing, or are of the kind that fuzzing finds, run again. */
class SavedInputsTest {
    private static final Path SAVED = Path.of("src/test/resources/fuzz");

    @TestFactory
    Stream<DynamicTest> savedTextsAreSurvived() throws IOException {
        return replay("text", TextFuzzTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> savedEncodingsAreSurvived() throws IOException {
        return replay("binary", EncodedFuzzTarget::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> replay(String folder, Consumer<byte[]> target) throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(SAVED.resolve(folder))) {
            inputs = files.sorted().toList();
        }
        return inputs.stream()
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                    byte[] data = Files.readAllBytes(input);
                    assertThatCode(() -> target.accept(data)).doesNotThrowAnyException();
                }));
    }
}
