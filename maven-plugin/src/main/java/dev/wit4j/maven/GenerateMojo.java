package dev.wit4j.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java from the project's WIT, and packages the WIT into the project's jar.
 *
 * <p>Runs only if something has changed since the last time: the plugin, an option, the content of a file, or which files
 * there are. What is no longer generated is deleted; files that others put there are left alone.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public class GenerateMojo extends AbstractGenerateMojo {
    /**
     * The folder of the project's own WIT package: its {@code .wit} files, and in {@code deps/} the packages that it uses,
     * each a folder or a single file, text or WebAssembly. Packages of dependencies of the project need not be copied
     * there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.witDirectory", defaultValue = "${project.basedir}/src/main/wit", required = true)
    private File witDirectory;

    /**
     * Where the Java sources are written. It becomes a source root of the project.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "wit4j.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/wit",
            required = true)
    private File outputDirectory;

    /**
     * Where files for the jar are written. It becomes a resource folder of the project.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/wit", required = true)
    private File resourceOutputDirectory;

    @Override
    Path witDirectory() {
        return witDirectory.toPath();
    }

    @Override
    File sourceDirectory() {
        return outputDirectory;
    }

    @Override
    File resourceDirectory() {
        return resourceOutputDirectory;
    }

    @Override
    void addSourceRoot(String directory) {
        project().addCompileSourceRoot(directory);
    }

    @Override
    void addResource(Resource resource) {
        project().addResource(resource);
    }
}
