package dev.wit4j.maven;

import dev.wit4j.maven.report.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails if {@code format} would change a file.
 *
 * @since 0.1.0
 */
@Mojo(name = "format-check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class FormatCheckMojo extends AbstractFormatMojo {
    @Override
    void take(Map<Path, String> untidy, int count) throws InvalidInputException {
        if (!untidy.isEmpty()) {
            throw new InvalidInputException(untidy.keySet().stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(
                            "\n  ",
                            "Files that are not formatted:\n  ",
                            "\nRun the goal wit4j:format to format them.")));
        }
        getLog().info("All files are formatted: " + count);
    }
}
