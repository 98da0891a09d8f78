package dev.wit4j.maven;

import dev.wit4j.codegen.output.Changes;
import dev.wit4j.maven.generation.Bindings;
import dev.wit4j.maven.generation.BindingsBuild;
import dev.wit4j.maven.generation.GenerationRequest;
import dev.wit4j.maven.generation.JavaOptions;
import dev.wit4j.maven.generation.Outcome;
import dev.wit4j.maven.generation.OutputFolders;
import dev.wit4j.maven.incremental.ExecutionRecords;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitInputs;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Generation for the classes or for the tests of a project, which differ in their folders alone. */
@SuppressWarnings("NullAway.Init")
abstract class AbstractGenerateMojo extends AbstractWitMojo {
    /**
     * The worlds to generate: the {@code name} of a world of the project's own package, or
     * {@code namespace:package/name} with or without {@code @version}. Without this, and without {@code packages}, it is
     * every world of the project's own package.
     *
     * <pre>{@code <worlds><world>key-value-example</world></worlds>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.worlds")
    private List<String> worlds = List.of();

    /**
     * WIT packages to generate whole, every interface of them, without a world: {@code wasi:keyvalue} for all versions
     * that are there, {@code wasi:keyvalue@0.1.0} for one of them. This is for libraries that ship bindings or implement
     * interfaces.
     *
     * <pre>{@code <packages><package>wasi:keyvalue</package></packages>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.packages")
    private List<String> packages = List.of();

    /**
     * The Java package below which all generated ones stand: that of {@code wasi:keyvalue/store} is
     * {@code <basePackage>.wasi.keyvalue.store}.
     *
     * <pre>{@code <basePackage>com.acme.wit</basePackage>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.basePackage", defaultValue = "wit")
    private String basePackage;

    /**
     * Java packages of single WIT packages or interfaces, in place of what the rules say.
     *
     * <pre>{@code
     * <packageMappings>
     *   <mapping><wit>golem:examples</wit><java>com.acme.examples</java></mapping>
     * </packageMappings>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<PackageMapping> packageMappings = List.of();

    /**
     * Java names of single types, functions, fields or cases, in place of what the rules say.
     *
     * <pre>{@code
     * <nameMappings>
     *   <mapping><wit>golem:examples/api#get</wit><java>fetch</java></mapping>
     * </nameMappings>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<NameMapping> nameMappings = List.of();

    /**
     * Annotations for the classes of single types.
     *
     * <pre>{@code
     * <annotations>
     *   <annotation><wit>golem:examples/api#user</wit><java>com.acme.Audited</java></annotation>
     * </annotations>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<TypeAnnotation> annotations = List.of();

    /**
     * The encoding of the generated sources. What it cannot express becomes a Unicode escape. WIT itself is always UTF-8.
     *
     * @since 0.1.0
     */
    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private @Nullable String encoding;

    /**
     * Whether the WIT packages that Java is generated for are put into the jar, below {@code META-INF/wit/}, with the
     * index that lets other projects use the classes of this one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.packageWit", defaultValue = "true")
    private boolean packageWit;

    /**
     * The class of the project that makes its component known to a host, a {@code dev.wit4j.runtime.ComponentProvider}:
     * its entry for {@code java.util.ServiceLoader} is written into the jar.
     *
     * <pre>{@code <componentProvider>com.acme.KeyValueProvider</componentProvider>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.componentProvider")
    private @Nullable String componentProvider;

    @Parameter(defaultValue = "${project.build.directory}/wit4j", readonly = true, required = true)
    private File recordDirectory;

    @Override
    final void run() throws InvalidInputException, IOException {
        registerOutputs();
        Path base = project().getBasedir().toPath();
        var request = new GenerationRequest(
                execution().getVersion(),
                pluginIdentity(),
                selection(worlds, packages),
                javaOptions(),
                provider(),
                new OutputFolders(
                        sourceDirectory().toPath(), resourceDirectory().toPath(), packageWit));
        var records = new ExecutionRecords(
                base,
                recordDirectory.toPath(),
                recordName(execution().getGoal(), execution().getExecutionId()),
                active());
        Map<Path, String> taken = generatedInThisBuild();
        var build = new BindingsBuild(base, request, records, taken, new Generation(request));
        Outcome outcome = build.run(readInputs());
        taken.putAll(outcome.outputs());
        report(outcome);
    }

    private void report(Outcome outcome) {
        Changes changes = outcome.changes();
        if (outcome.upToDate()) {
            getLog().info("All " + changes.kept() + " generated files are up to date");
            return;
        }
        getLog().info("Generated " + outcome.outputs().size() + " files: "
                + changes.written().size() + " written, " + changes.deleted().size() + " deleted, " + changes.kept()
                + " as they were");
        changes.written().forEach(path -> buildContext().refresh(path.toFile()));
        changes.deleted().forEach(path -> buildContext().refresh(path.toFile()));
    }

    /** Has the generator loaded when there is something to generate, and not before. */
    private final class Generation implements BindingsBuild.Production {
        private final GenerationRequest request;

        private Generation(GenerationRequest request) {
            this.request = request;
        }

        @Override
        public Map<Path, byte[]> produce(WitInputs inputs) throws InvalidInputException {
            forgetFindings(inputs);
            return new Bindings(request, AbstractGenerateMojo.this::show).produce(inputs);
        }
    }

    /** The files that executions for this project have generated in this build, kept by Maven while it lasts. */
    @SuppressWarnings("unchecked")
    private Map<Path, String> generatedInThisBuild() {
        Map<Object, Object> context = getPluginContext();
        context.putIfAbsent("dev.wit4j.generated", new HashMap<Path, String>());
        return (Map<Path, String>) context.get("dev.wit4j.generated");
    }

    /** The folder of generated sources. */
    abstract File sourceDirectory();

    /** The folder of generated resources. */
    abstract File resourceDirectory();

    /** Makes Maven compile what is in a folder. */
    abstract void addSourceRoot(String directory);

    /** Makes Maven package what is in a folder. */
    abstract void addResource(Resource resource);

    /** Before anything is decided: the compiler needs the sources of an earlier build as much as those of this one. */
    private void registerOutputs() {
        addSourceRoot(sourceDirectory().getPath());
        var resource = new Resource();
        resource.setDirectory(resourceDirectory().getPath());
        addResource(resource);
    }

    private JavaOptions javaOptions() throws InvalidInputException {
        var packagesByWit = new TreeMap<String, String>();
        for (PackageMapping mapping : packageMappings) {
            packagesByWit.put(mapping.wit(), mapping.java());
        }
        var namesByWit = new TreeMap<String, String>();
        for (NameMapping mapping : nameMappings) {
            namesByWit.put(mapping.wit(), mapping.java());
        }
        var annotationsByWit = new TreeMap<String, List<String>>();
        for (TypeAnnotation annotation : annotations) {
            annotationsByWit.putIfAbsent(annotation.wit(), new ArrayList<>());
            annotationsByWit.get(annotation.wit()).add(annotation.java());
        }
        return new JavaOptions(basePackage, packagesByWit, namesByWit, annotationsByWit, charset());
    }

    private Optional<String> provider() throws InvalidInputException {
        if (componentProvider != null && !SourceVersion.isName(componentProvider)) {
            throw new InvalidInputException(
                    "`" + componentProvider + "`, which componentProvider names, is no name of a class");
        }
        return Optional.ofNullable(componentProvider);
    }

    private Charset charset() throws InvalidInputException {
        if (encoding == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("The encoding `" + encoding + "` is not known to this Java; use UTF-8");
        }
    }

    private static String recordName(String goal, String executionId) {
        return goal + " " + executionId;
    }

    /** The executions that the build file has, so that what others left can be cleared up. */
    private Set<String> active() {
        Set<String> active = new TreeSet<>();
        Plugin plugin = project().getPlugin(execution().getPlugin().getKey());
        if (plugin != null) {
            for (PluginExecution other : plugin.getExecutions()) {
                for (String goal : other.getGoals()) {
                    active.add(recordName(goal, other.getId()));
                }
            }
        }
        active.add(recordName("generate", "default-cli"));
        active.add(recordName("generate-test", "default-cli"));
        return active;
    }
}
