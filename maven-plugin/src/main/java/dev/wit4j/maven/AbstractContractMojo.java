package dev.wit4j.maven;

import dev.wit4j.maven.contract.ContractReader;
import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.report.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** Goals that read the project's WIT and generate nothing. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractContractMojo extends AbstractWitMojo {
    /**
     * The folder of the project's own WIT package: its {@code .wit} files, and in {@code deps/} the packages that it uses.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.witDirectory", defaultValue = "${project.basedir}/src/main/wit", required = true)
    private File witDirectory;

    @Override
    final Path witDirectory() {
        return witDirectory.toPath();
    }

    /** The project's WIT, resolved. */
    final Contracts contracts() throws InvalidInputException, IOException {
        var selection = selection(List.of(), List.of());
        return new ContractReader(selection.parseOptions(), this::show).read(readInputs());
    }
}
