package dev.wit4j.maven.index;

import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitFile;
import dev.wit4j.parser.model.PackageName;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The index as JSON, the same bytes on every machine. */
public final class IndexFile {
    /** Its name below {@code META-INF/wit/}. */
    public static final String NAME = "index.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private IndexFile() {}

    /** The interfaces in an index; {@code coordinates} name the dependency that it comes from. */
    static List<ShippedInterface> read(String coordinates, WitFile file) throws InvalidInputException {
        try {
            BindingIndex index = MAPPER.readValue(file.contents(), BindingIndex.class);
            if (index.format() > BindingIndex.FORMAT) {
                throw new InvalidInputException("The bindings in " + coordinates
                        + " were made by a newer wit4j (index format " + index.format() + ", this one reads up to "
                        + BindingIndex.FORMAT + "): use a newer wit4j-maven-plugin");
            }
            return interfaces(coordinates, index);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new InvalidInputException("The index of the bindings in " + coordinates + " is damaged (" + file
                    + "): build or fetch that artifact again");
        }
    }

    private static List<ShippedInterface> interfaces(String coordinates, BindingIndex index) {
        List<ShippedInterface> shipped = new ArrayList<>();
        for (BindingIndex.PackageEntry entry : index.packages()) {
            PackageName name = ShippedInterface.parse(entry.name());
            entry.interfaces()
                    .forEach((iface, binding) ->
                            shipped.add(new ShippedInterface(coordinates, index.format(), name, iface, binding)));
        }
        return shipped;
    }

    /** The bytes of an index. */
    public static byte[] write(BindingIndex index) {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsBytes(index);
    }
}
