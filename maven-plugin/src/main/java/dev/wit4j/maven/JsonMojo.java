package dev.wit4j.maven;

import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.parser.json.ResolveJson;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the project's WIT as JSON, for other tools: the resolved model in the form that {@code wasm-tools} writes.
 *
 * @since 0.1.0
 */
@Mojo(name = "json", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public class JsonMojo extends AbstractTextMojo {
    @Override
    String text(Contracts contracts) {
        return ResolveJson.write(contracts.resolve());
    }
}
