package dev.wit4j.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script beside a jar that is put together from the class path of this test. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final Path SCRIPT = Path.of("src/main/sh/wit4j");
    private static final List<String> PACKAGES =
            List.of("dev/wit4j/parser/", "dev/wit4j/tool/", "org/antlr/", "org/apache/commons/cli/");
    private static final String SHOW_CLASSES = "-Xlog:class+load:stdout";

    @TempDir
    private static Path shared;

    private static Path jarOfTest;

    @TempDir
    private Path directory;

    private Path script;
    private Path cache;
    private Path wit;

    private record Result(int code, String out, String err) {}

    @BeforeAll
    static void buildJar() throws IOException {
        jarOfTest = shared.resolve("wit4j.jar");
        writeJar(jarOfTest, "one");
    }

    @BeforeEach
    void install() throws IOException {
        Files.createDirectory(directory.resolve("bin"));
        script = directory.resolve("bin/wit4j");
        Files.copy(SCRIPT, script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.copy(jarOfTest, directory.resolve("wit4j.jar"));
        cache = directory.resolve("cache");
        wit = Files.writeString(directory.resolve("a.wit"), "package a:b;\ninterface i {}\n");
    }

    @Test
    void theScriptRunsTheToolAndTheSecondCallTakesClassesFromTheArchive() throws Exception {
        assertThat(run("", "print", wit)).isEqualTo(new Result(0, "package a:b;\n\ninterface i {\n}\n\n", ""));
        assertThat(archives()).hasSize(1);
        assertThat(run(SHOW_CLASSES, "check", wit).out()).containsPattern("dev\\.wit4j\\.tool\\.Wit4j source: shared");
        assertThat(run("", "check", wit)).isEqualTo(new Result(0, "", ""));
        assertThat(archives()).hasSize(1);
    }

    @Test
    void exitCodesAndArgumentsGoThrough() throws Exception {
        Path spaced = Files.writeString(directory.resolve("a b.wit"), "package a:b;\ninterface i { f: func(a: x); }\n");
        Result wrong = run("", "check", spaced);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("a b.wit:2:26");
        assertThat(run("", "check", directory.resolve("nowhere")).code()).isEqualTo(2);
    }

    @Test
    void theScriptIsFoundThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(directory.resolve("first"), Path.of("bin/wit4j"));
        Path second = Files.createSymbolicLink(directory.resolve("second"), first.toAbsolutePath());
        assertThat(start(second, "", "check", wit)).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void whereNothingCanBeWrittenTheToolRunsWithoutAnArchive() throws Exception {
        cache = Files.writeString(directory.resolve("file"), "").resolve("cache");
        assertThat(run("", "check", wit)).isEqualTo(new Result(0, "", ""));
        Files.delete(directory.resolve("wit4j.jar"));
        Result missing = run("", "check", wit);
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("wit4j.jar");
    }

    @Test
    void anotherJarGetsAnotherArchive() throws Exception {
        run("", "check", wit);
        writeJar(directory.resolve("wit4j.jar"), "another one");
        assertThat(run(SHOW_CLASSES, "check", wit).out()).containsPattern("dev\\.wit4j\\.tool\\.Wit4j source: shared");
        assertThat(archives()).hasSize(2);
    }

    @Test
    void aBrokenArchiveDoesNoHarm() throws Exception {
        run("", "check", wit);
        Path archive = archives().get(0);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        Files.writeString(archive, "this is no archive");
        assertThat(run("", "check", wit)).isEqualTo(new Result(0, "", ""));
        Files.writeString(archive, "");
        assertThat(run("", "check", wit)).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void firstCallsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(builder(script, "", "check", wit).start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(archives()).hasSize(1);
        assertThat(run(SHOW_CLASSES, "check", wit).out()).containsPattern("dev\\.wit4j\\.tool\\.Wit4j source: shared");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> all = files.toList();
            assertThat(all).allMatch(file -> file.toString().endsWith(".jsa"));
            return all;
        }
    }

    private Result run(String javaOptions, Object... arguments) throws Exception {
        return start(script, javaOptions, arguments);
    }

    private Result start(Path command, String javaOptions, Object... arguments) throws Exception {
        Path out = Files.createTempFile(shared, "out", "");
        Path err = Files.createTempFile(shared, "err", "");
        Process process = builder(command, javaOptions, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private ProcessBuilder builder(Path command, String javaOptions, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WIT4J_CACHE", cache.toString());
        builder.environment().put("WIT4J_JAVA_OPTIONS", javaOptions);
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }

    /** What the tool needs of the class path, as one jar. */
    private static void writeJar(Path jar, String comment) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Wit4j.class.getName());
        manifest.getMainAttributes().putValue("Comment", comment);
        Set<String> seen = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path path = Path.of(element);
                if (Files.isDirectory(path)) {
                    copyDirectory(path, out, seen);
                } else if (Files.exists(path)) {
                    copyJar(path, out, seen);
                }
            }
        }
    }

    private static void copyDirectory(Path directory, JarOutputStream out, Set<String> seen) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
            if (isOfTool(name) && seen.add(name)) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(file, out);
            }
        }
    }

    private static void copyJar(Path path, JarOutputStream out, Set<String> seen) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().<ZipEntry>map(each -> each)::iterator) {
                if (isOfTool(entry.getName()) && seen.add(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private static boolean isOfTool(String name) {
        boolean file = name.endsWith(".class") || name.endsWith(".wit");
        return file && PACKAGES.stream().anyMatch(name::startsWith);
    }
}
