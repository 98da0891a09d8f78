package dev.wit4j.codegen;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.component.DirectInstance;
import golden.tests.everything.v0_2.Everything;
import golden.tests.everything.v0_2.everything.Clock;
import golden.tests.everything.v0_2.everything.Request;
import golden.tests.everything.v0_2.everything.health.Health;
import golden.tests.everything.v0_2.everything.watch.Watch;
import golden.tests.everything.v0_2.gauges.Gauge;
import golden.tests.everything.v0_2.things.Things;
import golden.tests.everything.v0_2.values.Values;

/** A component of the world {@code everything}, as an author would write it. */
record EverythingGuest(Everything.Imports imports, Values values, Things things) implements Everything.Guest {
    static DirectInstance<Everything.Exports> link(EverythingHost host) {
        return DirectInstance.link(
                Everything.TYPE,
                host.imports(),
                imports -> new EverythingGuest(imports, new EverythingValues(), new EverythingThings()));
    }

    @Override
    public Health health() {
        return () -> true;
    }

    @Override
    public Watch watch() {
        return Gauge::level;
    }

    @Override
    public String handle(Request it) {
        if (it.id() == 0) {
            throw new StringException("no request");
        }
        imports.firstStore().set("request-" + it.id(), Bytes.EMPTY);
        imports.secondStore().set("color-" + it.color(), Bytes.EMPTY);
        try (Clock clock = imports.everything().clock().create()) {
            imports.everything().log("handled " + it.id() + " at " + clock.now());
        }
        return it.id() + " " + it.color();
    }
}
