package dev.wit4j.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.component.Codecs;
import dev.wit4j.component.FlagsCodec;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.value.TypeInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Java chooses the order of its small maps and sets anew in every run; what is written must not show it. */
final class OrderAcrossRunsTest {
    private enum Color {
        RED,
        GREEN,
        BLUE,
        BLACK
    }

    /** Run in a process of its own: prints the bytes of a map and of flags, and the order in which a program meets them. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            ValueCodec<Map<String, Integer>> map = Codecs.map(Codecs.STRING, Codecs.U8);
            ValueCodec<Set<Color>> flags = FlagsCodec.of(
                    new TypeInfo.Flags("test:order/types.color", List.of("red", "green", "blue", "black")),
                    Color.class);
            Map<String, Integer> salted = Map.of("a", 1, "b", 2, "c", 3, "d", 4, "e", 5, "f", 6, "g", 7);
            Set<Color> colors = Set.of(Color.BLACK, Color.GREEN, Color.RED);
            System.out.println(Binary.encode(map, salted));
            System.out.println(map.check(salted).keySet());
            System.out.println(Binary.encode(flags, colors));
            System.out.println(flags.check(colors));
        }
    }

    @Test
    void aMapAndFlagsAreTheSameInEveryRun() throws Exception {
        List<Process> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(start());
        }
        for (Process run : runs) {
            String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor()).isZero();
            assertThat(printed.lines())
                    .containsExactly(
                            "Bytes[22: 07016101016202016303016404016505...]",
                            "[a, b, c, d, e, f, g]",
                            "Bytes[1: 0b]",
                            "[RED, GREEN, BLACK]");
        }
    }

    private static Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
