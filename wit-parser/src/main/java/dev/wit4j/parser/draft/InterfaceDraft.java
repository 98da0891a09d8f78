package dev.wit4j.parser.draft;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An interface that can still change. */
public final class InterfaceDraft {
    private final Optional<String> name;
    private final Map<String, TypeId> types;
    private final Map<String, Function> functions;
    private final Span span;
    private @Nullable PackageId packageId;
    private Optional<Docs> docs = Optional.empty();
    private Stability stability = Stability.UNKNOWN;
    private Optional<InterfaceId> cloneOf = Optional.empty();

    /** An interface without items, in no package yet. */
    public InterfaceDraft(Optional<String> name) {
        this.name = name;
        this.types = new LinkedHashMap<>();
        this.functions = new LinkedHashMap<>();
        this.span = Span.NONE;
    }

    /** A draft that begins as {@code from}. */
    public InterfaceDraft(Interface from) {
        name = from.name();
        types = new LinkedHashMap<>(from.types());
        functions = new LinkedHashMap<>(from.functions());
        span = from.span();
        packageId = from.packageId();
        docs = from.docs();
        stability = from.stability();
        cloneOf = from.cloneOf();
    }

    /** Another draft with the same content. */
    public InterfaceDraft copy() {
        return new InterfaceDraft(freeze());
    }

    /** Its name, unless it is inline. */
    public Optional<String> name() {
        return name;
    }

    /** Its types by name; changes write through. */
    public Map<String, TypeId> types() {
        return types;
    }

    /** Its functions by mangled name; changes write through. */
    public Map<String, Function> functions() {
        return functions;
    }

    /** The package that it belongs to; must have been set. */
    public PackageId packageId() {
        if (packageId == null) {
            throw new IllegalStateException("interface " + name.orElse("without a name") + " is in no package");
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

    /** Says which interface this one was cloned from. */
    public void setCloneOf(InterfaceId original) {
        cloneOf = Optional.of(original);
    }

    Interface freeze() {
        return new Interface(name, types, functions, packageId(), docs, stability, cloneOf, span);
    }
}
