package dev.wit4j.maven;

import dev.wit4j.maven.compatibility.Compatibility;
import dev.wit4j.maven.contract.ContractReader;
import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitArchive;
import dev.wit4j.maven.source.WitFolder;
import dev.wit4j.maven.source.WitGroup;
import dev.wit4j.maven.source.WitInputs;
import dev.wit4j.parser.model.Package;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * Compares the project's WIT with that of its last release, and fails if components that were made for that no longer fit
 * although the version of the WIT package promises it. What the release was is read from its jar, or from a folder.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "semver-check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public class SemverCheckMojo extends AbstractContractMojo {
    /**
     * The version of this project's artifact to compare with. Without it, it is the last release before the version of the
     * project; if there is none, there is nothing to do.
     *
     * <pre>{@code <previousVersion>1.2.0</previousVersion>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.previousVersion")
    private @Nullable String previousVersion;

    /**
     * A folder to compare with instead, in the layout of {@code witDirectory}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.previousDirectory")
    private @Nullable File previousDirectory;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession repositorySession;

    @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true, required = true)
    private List<RemoteRepository> repositories;

    @Inject
    private RepositorySystem repositorySystem;

    @Override
    void run() throws InvalidInputException, IOException {
        WitInputs inputs = readInputs();
        var reader = new ContractReader(selection(List.of(), List.of()).parseOptions(), this::show);
        Contracts now = reader.read(inputs);
        Package pkg = now.resolve().pkg(now.main());
        Optional<List<WitGroup>> previous = previous();
        if (previous.isEmpty()) {
            getLog().info("There is no earlier release to compare with");
            return;
        }
        Optional<Contracts> earlier = reader.readEarlier(pkg.name(), previous.get(), inputs);
        if (earlier.isEmpty()) {
            getLog().info("The earlier release has no WIT package " + pkg.name().namespace() + ":"
                    + pkg.name().name());
            return;
        }
        compare(new Compatibility(earlier.get(), now, this::show));
    }

    private void compare(Compatibility compatibility) throws InvalidInputException {
        if (compatibility.isPromised()) {
            Compatibility.Compared compared = compatibility.check();
            getLog().info("Compatible with the earlier release, compared: worlds " + compared.worlds()
                    + ", interfaces beside them " + compared.interfaces());
        } else {
            getLog().info("The version of the WIT package promises nothing to users of the earlier release");
        }
    }

    private Optional<List<WitGroup>> previous() throws InvalidInputException, IOException {
        if (previousDirectory != null) {
            WitFolder folder = WitFolder.read(previousDirectory.toPath());
            List<WitGroup> groups = new ArrayList<>(folder.own().stream().toList());
            groups.addAll(folder.dependencyGroups());
            if (groups.isEmpty()) {
                throw new InvalidInputException("There is no WIT in " + previousDirectory
                        + ", which previousDirectory says is the earlier release");
            }
            return Optional.of(groups);
        }
        var releases = new EarlierRelease(repositorySystem, repositorySession, repositories);
        String groupId = project().getGroupId();
        String artifactId = project().getArtifactId();
        Optional<String> version = previousVersion == null
                ? releases.lastBefore(groupId, artifactId, project().getVersion())
                : Optional.of(previousVersion);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        return WitArchive.read(
                        groupId + ":" + artifactId + ":" + version.get(),
                        releases.jar(groupId, artifactId, version.get()))
                .map(WitArchive::groups)
                .or(() -> Optional.of(List.of()));
    }
}
