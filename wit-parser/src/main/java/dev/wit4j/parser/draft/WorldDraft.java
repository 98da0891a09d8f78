package dev.wit4j.parser.draft;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A world that can still change. */
public final class WorldDraft {
    private final Map<WorldKey, WorldItem> imports;
    private final Map<WorldKey, WorldItem> exports;
    private final Span span;
    private String name;
    private @Nullable PackageId packageId;
    private Optional<Docs> docs = Optional.empty();
    private Stability stability = Stability.UNKNOWN;

    /** A world without items, in no package yet. */
    public WorldDraft(String name) {
        this.name = name;
        this.imports = new LinkedHashMap<>();
        this.exports = new LinkedHashMap<>();
        this.span = Span.NONE;
    }

    /** A draft that begins as {@code from}. */
    public WorldDraft(World from) {
        name = from.name();
        imports = new LinkedHashMap<>(from.imports());
        exports = new LinkedHashMap<>(from.exports());
        span = from.span();
        packageId = from.packageId();
        docs = from.docs();
        stability = from.stability();
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Renames it; its package is not told. */
    public void setName(String replacement) {
        name = replacement;
    }

    /** Its imports; changes write through. */
    public Map<WorldKey, WorldItem> imports() {
        return imports;
    }

    /** Its exports; changes write through. */
    public Map<WorldKey, WorldItem> exports() {
        return exports;
    }

    /** The package that it belongs to; must have been set. */
    public PackageId packageId() {
        if (packageId == null) {
            throw new IllegalStateException("world " + name + " is in no package");
        }
        return packageId;
    }

    /** Puts it into a package. */
    public void setPackageId(PackageId id) {
        packageId = id;
    }

    /** Its documentation. */
    public Optional<Docs> docs() {
        return docs;
    }

    /** Replaces its documentation. */
    public void setDocs(Optional<Docs> replacement) {
        docs = replacement;
    }

    /** Its gates. */
    public Stability stability() {
        return stability;
    }

    /** Replaces its gates. */
    public void setStability(Stability replacement) {
        stability = replacement;
    }

    World freeze() {
        return new World(name, imports, exports, packageId(), docs, stability, span);
    }
}
