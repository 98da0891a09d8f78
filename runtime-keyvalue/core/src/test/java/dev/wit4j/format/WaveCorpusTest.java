package dev.wit4j.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.component.Codecs;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.DefinedTypes.EnumCodec;
import dev.wit4j.format.DefinedTypes.FlagsCodec;
import dev.wit4j.format.DefinedTypes.Member;
import dev.wit4j.format.DefinedTypes.RecordCodec;
import dev.wit4j.value.ValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference's own cases of WAVE: calls of the functions of its {@code ui.wit}, which are written down here. */
final class WaveCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("wit4j.corpus"), "wave");
    private static final Map<String, FunctionType> FUNCTIONS = functions();

    @TestFactory
    Stream<DynamicTest> acceptedCallsAreWrittenAsTheReferenceWritesThem() throws IOException {
        return cases("accept-")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    List<String> written = new ArrayList<>();
                    for (String call : calls(file)) {
                        written.add(write(call));
                    }
                    assertThat(written).isEqualTo(Files.readAllLines(out(file)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> rejectedCallsAreRefusedWithTheirPlace() throws IOException {
        return cases("reject-").flatMap(file -> {
            List<DynamicTest> tests = new ArrayList<>();
            for (String call : calls(file)) {
                tests.add(DynamicTest.dynamicTest(
                        file.getFileName() + " " + call,
                        () -> assertThatThrownBy(() -> write(call))
                                .isInstanceOf(ValueException.class)
                                .hasMessageMatching("(?s)\\d+:\\d+: .+")));
            }
            return tests.stream();
        });
    }

    private static Stream<Path> cases(String prefix) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
        List<Path> files;
        try (Stream<Path> all = Files.list(CORPUS)) {
            files = all.filter(file -> file.getFileName().toString().matches(prefix + ".*\\.waves"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        System.out.println("corpus: " + files.size() + " run, 0 skipped (wave/" + prefix + "*)");
        return files.stream();
    }

    private static Path out(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".waves", ".out"));
    }

    /** Each call ends with a semicolon and the end of the line, and may have lines in it. */
    private static List<String> calls(Path file) {
        try {
            String text = Files.readString(file).replaceAll("(?m)^//.*\n", "");
            return Stream.of(text.split(";\\s*(\n|$)"))
                    .filter(call -> !call.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String write(String text) {
        Wave.Call call = Wave.parseCall(text);
        FunctionType function = FUNCTIONS.get(call.name());
        Object[] arguments = call.arguments(function);
        StringBuilder out = new StringBuilder(call.name()).append('(');
        for (int i = 0; i < arguments.length; i++) {
            FunctionType.Parameter parameter = function.parameters().get(i);
            out.append(parameter.name()).append(": ").append(Wave.format(unchecked(parameter.codec()), arguments[i]));
        }
        return out.append(')').toString();
    }

    @SuppressWarnings("unchecked")
    private static ValueCodec<Object> unchecked(ValueCodec<?> codec) {
        return (ValueCodec<Object>) codec;
    }

    private static Map<String, FunctionType> functions() {
        Map<String, FunctionType> functions = new HashMap<>();
        ValueCodec<?> optionU8 = Codecs.option(Codecs.U8);
        ValueCodec<?> result = Codecs.result(Codecs.NONE, Codecs.NONE);
        add(functions, "nullary");
        add(functions, "f32", Member.of("val", Codecs.F32));
        add(functions, "f64", Member.of("val", Codecs.F64));
        add(functions, "char", Member.of("val", Codecs.CHAR));
        add(functions, "list-chars", Member.of("vals", Codecs.list(Codecs.CHAR)));
        add(functions, "string", Member.of("val", Codecs.STRING));
        add(functions, "list-strings", Member.of("vals", Codecs.list(Codecs.STRING)));
        add(
                functions,
                "basic-record",
                Member.of(
                        "rec",
                        RecordCodec.of(
                                "ui:tests/ui.basic",
                                List.of(Member.of("required", Codecs.U8), Member.of("optional", optionU8)))));
        add(
                functions,
                "optional-fields-record",
                Member.of(
                        "rec",
                        RecordCodec.of(
                                "ui:tests/ui.optional-fields",
                                List.of(Member.of("a", optionU8), Member.of("b", optionU8)))));
        add(
                functions,
                "keyword-fields-record",
                Member.of(
                        "rec",
                        RecordCodec.of(
                                "ui:tests/ui.keyword-fields",
                                List.of(
                                        Member.of("true", Codecs.BOOL),
                                        Member.of("false", Codecs.BOOL),
                                        Member.of("some", optionU8),
                                        Member.of("none", optionU8),
                                        Member.of("ok", result),
                                        Member.of("err", result),
                                        Member.of("inf", Codecs.F32),
                                        Member.of("nan", Codecs.F32)))));
        add(functions, "hand-enum", Member.of("enm", EnumCodec.of("ui:tests/ui.hand", "left", "right")));
        add(
                functions,
                "keyword-cases-enum",
                Member.of(
                        "enm",
                        EnumCodec.of(
                                "ui:tests/ui.keyword-cases",
                                "true",
                                "false",
                                "some",
                                "none",
                                "ok",
                                "err",
                                "inf",
                                "nan")));
        add(
                functions,
                "permission-flags",
                Member.of("flgs", FlagsCodec.of("ui:tests/ui.permissions", "read", "write")));
        return functions;
    }

    private static void add(Map<String, FunctionType> functions, String name, Member... parameters) {
        List<FunctionType.Parameter> all = Stream.of(parameters)
                .map(member -> new FunctionType.Parameter(member.name(), member.codec()))
                .toList();
        functions.put(
                name,
                new FunctionType(
                        "ui:tests/ui@0.1.0",
                        name,
                        FunctionType.Kind.FREESTANDING,
                        false,
                        all,
                        Optional.empty(),
                        Optional.empty(),
                        (target, arguments) -> null));
    }
}
