package dev.wit4j.host.generation;

import dev.wit4j.runtime.JavaComponent;
import java.util.List;
import wit.test.generations.Chronicler;
import wit.test.generations.Draft;
import wit.test.generations.DraftTwo;
import wit.test.generations.Eventual;
import wit.test.generations.Seed;

/** A component of each generation. */
public final class Generations {
    /** The one without a version. */
    public static final JavaComponent<Seed.Imports, Seed.Guest, Seed.Exports> SEED =
            JavaComponent.of("seed", Seed.TYPE, SeedGuest::new);

    /** 0.1.0. */
    public static final JavaComponent<Eventual.Imports, Eventual.Guest, Eventual.Exports> EVENTUAL =
            JavaComponent.of("eventual", Eventual.TYPE, EventualGuest::new);

    /** 0.2.0-draft. */
    public static final JavaComponent<Draft.Imports, Draft.Guest, Draft.Exports> DRAFT =
            JavaComponent.of("draft", Draft.TYPE, DraftGuest::new);

    /** 0.2.0-draft2. */
    public static final JavaComponent<DraftTwo.Imports, DraftTwo.Guest, DraftTwo.Exports> DRAFT_TWO =
            JavaComponent.of("draft-two", DraftTwo.TYPE, DraftTwoGuest::new);

    /** All of them. */
    public static final List<JavaComponent<?, ?, ?>> ALL = List.of(SEED, EVENTUAL, DRAFT, DRAFT_TWO);

    /** One that uses no buckets. */
    public static final JavaComponent<Chronicler.Imports, Chronicler.Guest, Chronicler.Exports> CHRONICLER =
            JavaComponent.of("chronicler", Chronicler.TYPE, ChroniclerGuest::new);

    private Generations() {}
}
