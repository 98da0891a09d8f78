package dev.wit4j.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java for the tests of the project, as {@code generate} does for its classes. What {@code generate} made, and
 * what dependencies of scope {@code test} ship, can be used and is not generated again.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public class GenerateTestMojo extends AbstractGenerateMojo {
    /**
     * The folder of the WIT package for the tests, in the layout of that of {@code generate}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.testWitDirectory", defaultValue = "${project.basedir}/src/test/wit", required = true)
    private File witDirectory;

    /**
     * Where the Java sources are written. It becomes a source root of the project's tests.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "wit4j.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/wit",
            required = true)
    private File outputDirectory;

    /**
     * Where files for the class path of the tests are written. It becomes a resource folder of the project's tests.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-resources/wit", required = true)
    private File resourceOutputDirectory;

    @Override
    Path witDirectory() {
        return witDirectory.toPath();
    }

    @Override
    Map<String, Path> dependencies() {
        Map<String, Path> dependencies = new LinkedHashMap<>();
        dependencies.put(
                "the classes of this project", Path.of(project().getBuild().getOutputDirectory()));
        dependencies.putAll(super.dependencies());
        return dependencies;
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
        project().addTestCompileSourceRoot(directory);
    }

    @Override
    void addResource(Resource resource) {
        project().addTestResource(resource);
    }
}
