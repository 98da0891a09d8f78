package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.ErrorContext;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.Unit;
import dev.wit4j.format.Binary;
import dev.wit4j.format.Json;
import dev.wit4j.format.Wave;
import golden.tests.everything.v0_2.values.Access;
import golden.tests.everything.v0_2.values.Shape;
import golden.tests.everything.v0_2.values.Texts;
import golden.tests.everything.v0_2.values.ValuesCodecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Java chooses the order of its small maps and sets anew in every run; no guest and no format may see it. */
class OrderAcrossRunsTest {
    /** Run in a process of its own: prints what a guest is given, and what is written of it. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            try (var instance = EverythingGuest.link(new EverythingHost())) {
                var values = instance.exports().values();
                Texts texts = values.echoTexts(texts());
                System.out.println(texts.table().keySet());
                System.out.println(texts());
                System.out.println(Binary.encode(ValuesCodecs.TEXTS, texts()).hashCode());
                System.out.println(Wave.format(ValuesCodecs.TEXTS, texts));
                System.out.println(Json.format(ValuesCodecs.TEXTS, texts));

                Set<Access> access = Set.of(Access.EXECUTE_ALL, Access.READ, Access.WRITE);
                System.out.println(values.echoAccess(access, List.of(access)));
                System.out.println(values.echoShape(new Shape.ShapeCase(access)));
                System.out.println(Wave.format(ValuesCodecs.SHAPE, new Shape.ShapeCase(access)));
            }
        }

        private static Texts texts() {
            Bytes none = Bytes.EMPTY;
            return new Texts(
                    "text",
                    none,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    new Tuple2<>("key", 1L),
                    Unit.VALUE,
                    Map.of("g", none, "f", none, "e", none, "d", none, "c", none, "b", none, "a", none),
                    List.of((short) 1, (short) 2, (short) 3),
                    Bytes.of(new byte[4]),
                    Result.err("no"),
                    Result.ok(Unit.VALUE),
                    Optional.of(new ErrorContext("why")));
        }
    }

    @Test
    void mapsAndFlagsAreTheSameInEveryRun() throws Exception {
        List<Process> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(start());
        }
        List<String> printed = new ArrayList<>();
        for (Process run : runs) {
            printed.add(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(run.waitFor()).isZero();
        }
        assertThat(printed).containsOnly(printed.get(0));
        assertThat(printed.get(0).lines())
                .hasSize(8)
                .startsWith("[a, b, c, d, e, f, g]")
                .contains("[READ, WRITE, EXECUTE_ALL]", "shape({read, write, execute-all})");
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
