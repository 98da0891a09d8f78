package dev.wit4j.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Brings the project's own WIT files into the common form. What is tidy is not touched, nor what is in {@code deps/}.
 *
 * @since 0.1.0
 */
@Mojo(name = "format", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public class FormatMojo extends AbstractFormatMojo {
    @Override
    void take(Map<Path, String> untidy, int count) throws IOException {
        for (var file : untidy.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
            buildContext().refresh(file.getKey().toFile());
        }
        getLog().info("Formatted " + untidy.size() + " of " + count + " files");
    }
}
