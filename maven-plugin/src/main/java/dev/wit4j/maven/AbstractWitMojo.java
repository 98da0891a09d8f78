package dev.wit4j.maven;

import dev.wit4j.maven.generation.Selection;
import dev.wit4j.maven.incremental.ContentDigest;
import dev.wit4j.maven.report.Finding;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitFolder;
import dev.wit4j.maven.source.WitInputs;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: where WIT comes from, and how they end. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractWitMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Set by Eclipse alone. */
    @Parameter(defaultValue = "${m2e.version}", readonly = true)
    private @Nullable String eclipseVersion;

    /** Asked for only when there is something to tell it, which mostly there is not. */
    @Inject
    private Provider<BuildContext> buildContext;

    /**
     * Further folders in the layout of {@code witDirectory}: a package each, and its dependencies in {@code deps/}. What
     * they hold can be used by the project's own package, and generated with it.
     *
     * <pre>{@code
     * <additionalWitDirectories>
     *   <directory>${project.basedir}/../shared-wit</directory>
     * </additionalWitDirectories>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.additionalWitDirectories")
    private List<File> additionalWitDirectories = List.of();

    /**
     * The features whose {@code @unstable} items are there.
     *
     * <pre>{@code <features><feature>fancier-polling</feature></features>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.features")
    private List<String> features = List.of();

    /**
     * Whether the items of all features are there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.allFeatures", defaultValue = "false")
    private boolean allFeatures;

    /**
     * Whether a warning fails the build as an error does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.strict", defaultValue = "false")
    private boolean strict;

    /**
     * Whether to do nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipping execution");
            return;
        }
        try {
            run();
        } catch (InvalidInputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("Cannot read or write a file: " + e, e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException(
                    "This is a defect of the wit4j-maven-plugin, whatever the input: please report it. " + e, e);
        }
    }

    /** Does the work of the goal. */
    abstract void run() throws InvalidInputException, IOException;

    /** The project's own folder of WIT. */
    abstract Path witDirectory();

    /** The files of the dependencies that the goal may use WIT of, by their coordinates. */
    Map<String, Path> dependencies() {
        Map<String, Path> dependencies = new LinkedHashMap<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getFile() != null) {
                dependencies.put(
                        artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion(),
                        artifact.getFile().toPath());
            }
        }
        return dependencies;
    }

    final WitInputs readInputs() throws IOException {
        List<Path> others = new ArrayList<>();
        for (File directory : additionalWitDirectories) {
            others.add(directory.toPath());
        }
        return WitInputs.read(witDirectory(), others, dependencies());
    }

    final Selection selection(List<String> worlds, List<String> packages) {
        return new Selection(worlds, packages, new TreeSet<>(features), allFeatures, strict);
    }

    /**
     * What tells this plugin from another: the coordinates of everything it consists of, which a build file may have changed,
     * and the content of what is still being worked on.
     */
    final String pluginIdentity() throws IOException {
        List<String> coordinates = new ArrayList<>();
        List<Path> unfinished = new ArrayList<>();
        for (Artifact artifact :
                execution.getMojoDescriptor().getPluginDescriptor().getArtifacts()) {
            coordinates.add(artifact.getId());
            if (artifact.isSnapshot()) {
                unfinished.add(artifact.getFile().toPath());
            }
        }
        return coordinates + " " + ContentDigest.of(unfinished);
    }

    /** Takes back what earlier builds have shown at places in these inputs. */
    final void forgetFindings(WitInputs inputs) {
        if (eclipseVersion != null) {
            inputs.folders().stream()
                    .flatMap(WitFolder::allFiles)
                    .forEach(file -> buildContext().removeMessages(new File(file.location())));
        }
    }

    /** Shows a finding: in Eclipse at its place, elsewhere in the log. */
    final void show(Finding finding) {
        if (eclipseVersion != null && finding.line() > 0) {
            int severity = finding.error() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
            buildContext()
                    .addMessage(
                            new File(finding.location()),
                            finding.line(),
                            finding.column(),
                            finding.message(),
                            severity,
                            null);
        } else if (finding.error()) {
            getLog().error(finding.text());
        } else {
            getLog().warn(finding.text());
        }
    }

    final BuildContext buildContext() {
        return buildContext.get();
    }

    final MavenProject project() {
        return project;
    }

    final MojoExecution execution() {
        return execution;
    }
}
