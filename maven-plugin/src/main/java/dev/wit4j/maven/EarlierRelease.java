package dev.wit4j.maven;

import dev.wit4j.maven.report.InvalidInputException;
import java.nio.file.Path;
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

    /** The version of the last release before {@code version}; empty if there is none. */
    Optional<String> lastBefore(String groupId, String artifactId, String version) throws InvalidInputException {
        var range = new DefaultArtifact(groupId, artifactId, "jar", "(," + version + ")");
        try {
            List<Version> versions = system.resolveVersionRange(
                            session, new VersionRangeRequest(range, repositories, null))
                    .getVersions();
            for (int i = versions.size() - 1; i >= 0; i--) {
                if (!versions.get(i).toString().endsWith("-SNAPSHOT")) {
                    return Optional.of(versions.get(i).toString());
                }
            }
            return Optional.empty();
        } catch (VersionRangeResolutionException e) {
            throw new InvalidInputException("Cannot find out which releases of " + groupId + ":" + artifactId
                    + " there are: " + e.getMessage());
        }
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
