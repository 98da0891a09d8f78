package dev.wit4j.maven;

import dev.wit4j.maven.report.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.version.Version;

/** Finds releases of an artifact in the repositories of a project. */
final class EarlierRelease {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    EarlierRelease(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    /**
     * The version of the last release before {@code version}; empty if there is none.
     *
     * @throws InvalidInputException if a repository cannot be asked: it may be the one that has the release
     */
    Optional<String> lastBefore(String groupId, String artifactId, String version) throws InvalidInputException {
        var range = new DefaultArtifact(groupId, artifactId, "jar", "(," + version + ")");
        List<String> problems = new ArrayList<>();
        try {
            VersionRangeResult found =
                    system.resolveVersionRange(session, new VersionRangeRequest(range, repositories, null));
            for (Exception problem : found.getExceptions()) {
                // What a repository does not have, or is not asked for offline, is an answer like any other.
                if (!(problem instanceof MetadataNotFoundException)) {
                    problems.add(String.valueOf(problem.getMessage()));
                }
            }
            if (problems.isEmpty()) {
                return last(found.getVersions());
            }
        } catch (VersionRangeResolutionException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        throw new InvalidInputException(
                "Cannot find out which releases of " + groupId + ":" + artifactId + " there are: "
                        + String.join("\n", problems)
                        + "\nName the one to compare with in previousVersion, or build with --offline to look in the local"
                        + " repository alone.");
    }

    private static Optional<String> last(List<Version> versions) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).toString().endsWith("-SNAPSHOT")) {
                return Optional.of(versions.get(i).toString());
            }
        }
        return Optional.empty();
    }

    /** The jar of a release. */
    Path jar(String groupId, String artifactId, String version) throws InvalidInputException {
        Artifact artifact = new DefaultArtifact(groupId, artifactId, "jar", version);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new InvalidInputException("Cannot get the earlier release " + artifact + ": " + e.getMessage());
        }
    }
}
