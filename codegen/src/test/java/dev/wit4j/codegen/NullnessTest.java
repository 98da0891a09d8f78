package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is generated is null-marked, and right about it. On the compilers that the project checks its own code with. */
@EnabledForJreRange(max = JRE.JAVA_21)
class NullnessTest {
    private static final Path CORPUS = Path.of(System.getProperty("wit4j.corpus"));
    private static final Path EVERYTHING = Path.of("src/test/wit/everything");

    @Test
    void theSeedHasNoErrorOfNullness() {
        JavaCompiling.checkNullness(SeedWorldTest.generate().sources());
    }

    @Test
    void everyKindOfItemHasNoErrorOfNullness() {
        JavaCompiling.checkNullness(Wit.of(EVERYTHING).generate("everything").sources());
    }

    @ParameterizedTest
    @CsvSource({
        "wasi/http/wit, proxy",
        "codegen/resources-in-aggregates.wit, resources",
        "codegen/map.wit, map-world",
        "codegen/import-export-stream.wit, w",
        "codegen/merge-structurally-equal-types.wit, test"
    })
    void aSampleOfTheCorpusHasNoErrorOfNullness(String path, String world) {
        assumeThat(CORPUS).isDirectory();

        JavaCompiling.checkNullness(Wit.of(CORPUS.resolve(path)).generate(world).sources());
    }

    @Test
    void anErrorOfNullnessWouldBeFound() {
        List<JavaSource> sources = Wit.of(EVERYTHING).generate("everything").sources();
        List<JavaSource> wrong = sources.stream()
                .map(source -> source.className().equals("FailureException")
                        ? new JavaSource(
                                source.packageName(),
                                source.className(),
                                source.contents().replace("return error;", "return null;"))
                        : source)
                .toList();

        assertThat(wrong).isNotEqualTo(sources);
        assertThatThrownBy(() -> JavaCompiling.checkNullness(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[NullAway]")
                .hasMessageContaining("return null;");
    }
}
