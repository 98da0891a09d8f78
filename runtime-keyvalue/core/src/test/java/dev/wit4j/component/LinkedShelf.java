package dev.wit4j.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Trap;
import dev.wit4j.component.Shelf.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A guest of the world {@link Shelf} whose code a test gives, linked with a host. */
final class LinkedShelf {
    /** What a test lets the guest do. */
    interface Body {
        void run() throws Exception;
    }

    final ShelfKeeper host = new ShelfKeeper();
    final ShelfKeeper guest;
    final List<Tool> kept = new ArrayList<>();
    final DirectInstance<Shelf.Exports> instance;
    final Shelf.Things things;
    final Shelf.Tools tools;
    private Body body = () -> {};

    LinkedShelf() {
        this(new ShelfKeeper());
    }

    private LinkedShelf(ShelfKeeper guest) {
        this(guest, imports -> guest);
    }

    /** With another implementation of the exported {@code things} than {@link #guest}. */
    LinkedShelf(Function<Shelf.Imports, Shelf.Things> exported) {
        this(new ShelfKeeper(), exported);
    }

    private LinkedShelf(ShelfKeeper guest, Function<Shelf.Imports, Shelf.Things> exported) {
        this.guest = guest;
        Shelf.Imports[] imports = new Shelf.Imports[1];
        instance = DirectInstance.link(Shelf.WORLD, new Shelf.Imports(host, host), given -> {
            imports[0] = given;
            return new MyGuest(exported.apply(given));
        });
        things = imports[0].things();
        tools = imports[0].tools();
    }

    /** The exports as the host calls them. */
    Shelf.Exports exports() {
        return instance.exports();
    }

    /** Runs {@code code} as the guest's, in an export. */
    void inGuest(Body code) {
        body = code;
        exports().api().run();
    }

    /** Runs {@code code} as the guest's, which ends with a trap that stays. */
    void trapsInGuest(Body code, String message) {
        assertThatThrownBy(() -> inGuest(code)).isInstanceOf(Trap.class).hasMessageContaining(message);
        assertThatThrownBy(() -> inGuest(() -> {})).isInstanceOf(Trap.class).hasMessageContaining(message);
        assertThat(guest.closed).isEmpty();
    }

    private final class MyGuest implements Shelf.Guest, Shelf.Api {
        private final Shelf.Things exported;

        MyGuest(Shelf.Things exported) {
            this.exported = exported;
        }

        @Override
        public Shelf.Things things() {
            return exported;
        }

        @Override
        public Shelf.Api api() {
            return this;
        }

        @Override
        public String run() {
            try {
                body.run();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return "done";
        }

        @Override
        public String use(Tool it) {
            kept.add(it);
            try (it) {
                return it.name();
            }
        }

        @Override
        public void keep(Tool it) {
            kept.add(it);
        }

        @Override
        public Tool give() {
            return kept.remove(0);
        }
    }
}
