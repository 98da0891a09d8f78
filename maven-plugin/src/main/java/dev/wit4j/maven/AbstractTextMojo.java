package dev.wit4j.maven;

import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.report.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Goals that show the project's WIT in another form. */
abstract class AbstractTextMojo extends AbstractContractMojo {
    /**
     * The file to write to, instead of the log.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.outputFile")
    private @Nullable File outputFile;

    @Override
    final void run() throws InvalidInputException, IOException {
        String text = text(contracts());
        if (outputFile == null) {
            getLog().info("\n" + text);
            return;
        }
        Files.createDirectories(outputFile.getAbsoluteFile().toPath().getParent());
        Files.writeString(outputFile.toPath(), text);
        buildContext().refresh(outputFile);
        getLog().info("Wrote " + outputFile);
    }

    /** The other form. */
    abstract String text(Contracts contracts);
}
