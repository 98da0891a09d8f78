package dev.wit4j.host.generation;

import dev.wit4j.runtime.JavaComponent;
import java.util.List;
import wit.test.generations.Chronicler;
import wit.test.generations.Draft;
import wit.test.generations.DraftTwo;
import wit.test.generations.DraftTwoWatcher;
import wit.test.generations.DraftWatcher;
import wit.test.generations.Eventual;
import wit.test.generations.EventualWatcher;
import wit.test.generations.Seed;
import wit.test.generations.SeedWatcher;

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

    /** Hears of changes by the one without a version. */
    public static final JavaComponent<SeedWatcher.Imports, SeedWatcher.Guest, SeedWatcher.Exports> SEED_WATCHER =
            JavaComponent.of("seed-watcher", SeedWatcher.TYPE, SeedWatcherGuest::new);

    /** Hears of changes by 0.1.0. */
    public static final JavaComponent<EventualWatcher.Imports, EventualWatcher.Guest, EventualWatcher.Exports>
            EVENTUAL_WATCHER = JavaComponent.of("eventual-watcher", EventualWatcher.TYPE, EventualWatcherGuest::new);

    /** Hears of changes by 0.2.0-draft. */
    public static final JavaComponent<DraftWatcher.Imports, DraftWatcher.Guest, DraftWatcher.Exports> DRAFT_WATCHER =
            JavaComponent.of("draft-watcher", DraftWatcher.TYPE, imports -> new DraftWatcherGuest());

    /** Hears of changes by 0.2.0-draft2. */
    public static final JavaComponent<DraftTwoWatcher.Imports, DraftTwoWatcher.Guest, DraftTwoWatcher.Exports>
            DRAFT_TWO_WATCHER =
                    JavaComponent.of("draft-two-watcher", DraftTwoWatcher.TYPE, imports -> new DraftTwoWatcherGuest());

    /** All of them. */
    public static final List<JavaComponent<?, ?, ?>> ALL =
            List.of(SEED, EVENTUAL, DRAFT, DRAFT_TWO, SEED_WATCHER, EVENTUAL_WATCHER, DRAFT_WATCHER, DRAFT_TWO_WATCHER);

    /** One that uses no buckets. */
    public static final JavaComponent<Chronicler.Imports, Chronicler.Guest, Chronicler.Exports> CHRONICLER =
            JavaComponent.of("chronicler", Chronicler.TYPE, ChroniclerGuest::new);

    private Generations() {}
}
