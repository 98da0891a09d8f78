package dev.wit4j.maven;

import dev.wit4j.maven.report.InvalidInputException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Says what is wrong with the project's WIT, and writes nothing. This is for projects that have WIT and generate no Java
 * from it, and for a quick look.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public class CheckMojo extends AbstractContractMojo {
    @Override
    void run() throws InvalidInputException, IOException {
        var resolve = contracts().resolve();
        getLog().info("The WIT is well formed: packages " + resolve.packages().size() + ", interfaces "
                + resolve.interfaces().size() + ", worlds " + resolve.worlds().size());
    }
}
