package dev.wit4j.codegen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of the running JDK over sources in memory, as strict as a build can be. */
final class JavaCompiling {
    private static final List<String> OPTIONS =
            List.of("-Xlint:all,-processing,-options", "-Werror", "--release", "17", "-proc:none");

    /** Error Prone with NullAway alone, as for the main code of the project. */
    private static final List<String> NULLNESS = List.of(
            "-processorpath",
            System.getProperty("java.class.path"),
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Shared, as it knows the class path; a run of the suite opens it once. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private JavaCompiling() {}

    /**
     * Compiles {@code sources}.
     *
     * @return the classes, from their binary names
     * @throws AssertionError if the compiler has anything to say
     */
    static Map<String, byte[]> compile(List<JavaSource> sources) {
        return compile(sources, OPTIONS);
    }

    /**
     * Compiles {@code sources}, and lets NullAway look at what is null-marked.
     *
     * @throws AssertionError if the compiler or NullAway have anything to say
     */
    static void checkNullness(List<JavaSource> sources) {
        compile(sources, Stream.concat(OPTIONS.stream(), NULLNESS.stream()).toList());
    }

    private static Map<String, byte[]> compile(List<JavaSource> sources, List<String> options) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var output = new Output();
        boolean compiled = COMPILER.getTask(
                        null,
                        output,
                        diagnostics,
                        options,
                        null,
                        sources.stream().map(Input::new).toList())
                .call();
        if (!compiled || !diagnostics.getDiagnostics().isEmpty()) {
            throw new AssertionError(diagnostics.getDiagnostics().stream()
                    .limit(20)
                    .map(JavaCompiling::render)
                    .collect(Collectors.joining("\n", "javac refuses what was generated:\n", "")));
        }
        return output.classes();
    }

    /** A loader of {@code classes}, over that of the tests. */
    static ClassLoader load(Map<String, byte[]> classes) {
        return new ClassLoader(JavaCompiling.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static String render(Diagnostic<? extends JavaFileObject> diagnostic) {
        String line = "";
        if (diagnostic.getSource() instanceof Input input && diagnostic.getLineNumber() > 0) {
            line = "\n    " + input.source.contents().split("\n")[(int) diagnostic.getLineNumber() - 1];
        }
        return diagnostic + line;
    }

    private static final class Input extends SimpleJavaFileObject {
        private final JavaSource source;

        Input(JavaSource source) {
            super(URI.create("string:///" + source.path()), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.contents();
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Output() {
            super(FILES);
        }

        Map<String, byte[]> classes() {
            return written.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().toByteArray()));
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() throws IOException {
                    var bytes = new ByteArrayOutputStream();
                    written.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
