package dev.wit4j.benchmarks.codegen;

import dev.wit4j.codegen.JavaSource;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of the running JDK, over sources in memory; classes are written nowhere. */
final class Compilation {
    private static final List<String> OPTIONS = List.of("--release", "17", "-proc:none", "-parameters");

    private final JavaCompiler compiler =
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "this is no JDK");
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    /** Compiles them; the number of classes. */
    int compile(List<JavaSource> sources) {
        Output output = new Output(files);
        boolean compiled = compiler.getTask(
                        null,
                        output,
                        null,
                        OPTIONS,
                        null,
                        sources.stream().map(Input::new).toList())
                .call();
        if (!compiled) {
            throw new IllegalStateException("what was generated does not compile");
        }
        return output.classes;
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

    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private int classes;

        Output(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            classes++;
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return OutputStream.nullOutputStream();
                }
            };
        }
    }
}
