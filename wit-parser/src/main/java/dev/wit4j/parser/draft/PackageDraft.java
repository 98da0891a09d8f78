package dev.wit4j.parser.draft;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.WorldId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A package that can still change. */
public final class PackageDraft {
    private final PackageName name;
    private final Map<String, InterfaceId> interfaces;
    private final Map<String, WorldId> worlds;
    private Optional<Docs> docs = Optional.empty();

    /** A package without items. */
    public PackageDraft(PackageName name) {
        this.name = name;
        this.interfaces = new LinkedHashMap<>();
        this.worlds = new LinkedHashMap<>();
    }

    /** A draft that begins as {@code from}. */
    public PackageDraft(Package from) {
        name = from.name();
        interfaces = new LinkedHashMap<>(from.interfaces());
        worlds = new LinkedHashMap<>(from.worlds());
        docs = from.docs();
    }

    /** Its name. */
    public PackageName name() {
        return name;
    }

    /** Its interfaces by name; changes write through. */
    public Map<String, InterfaceId> interfaces() {
        return interfaces;
    }

    /** Its worlds by name; changes write through. */
    public Map<String, WorldId> worlds() {
        return worlds;
    }

    /** Its documentation. */
    public Optional<Docs> docs() {
        return docs;
    }

    /** Replaces its documentation. */
    public void setDocs(Optional<Docs> replacement) {
        docs = replacement;
    }

    Package freeze() {
        return new Package(name, docs, interfaces, worlds);
    }
}
