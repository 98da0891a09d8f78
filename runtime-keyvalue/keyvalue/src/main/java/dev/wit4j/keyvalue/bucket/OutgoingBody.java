package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.runtime.HostFunctions;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import java.util.function.Function;

/** A value that a guest writes, to put it into a bucket or, where it was begun by a vacancy, to fill a key of the cache. */
public final class OutgoingBody {
    private final Body body;
    private final Optional<HeldVacancy.Filling> filling;

    /** An empty one, to put into a bucket. */
    public OutgoingBody() {
        this(new Body(), Optional.empty());
    }

    /**
     * A value.
     *
     * @param body what is written so far
     * @param filling what becomes of it when it is dropped
     */
    OutgoingBody(Body body, Optional<HeldVacancy.Filling> filling) {
        this.body = body;
        this.filling = filling;
    }

    /** The content of a resource that is no more than such a value. One that fills a key of the cache is more than its bytes. */
    public static <R extends Resource> ResourceContent<R> content(
            Function<R, OutgoingBody> value, Function<OutgoingBody, R> resource) {
        return new ResourceContent<>() {
            @Override
            public Bytes save(R saved) {
                return value.apply(saved).body.content();
            }

            @Override
            public boolean canSave(R saved) {
                return value.apply(saved).filling.isEmpty();
            }

            @Override
            public R load(Bytes content) {
                return resource.apply(new OutgoingBody(new Body(content), Optional.empty()));
            }
        };
    }

    /** What is written so far: each write appends to it. */
    public Body body() {
        return body;
    }

    /** Dropping a value is a write if it fills a key of the cache by that. */
    public HostFunctions.Behaviour behaviourOfDrop() {
        return filling.isPresent() ? new HostFunctions.Behaviour.Write() : new HostFunctions.Behaviour.Local();
    }

    /** The value is dropped. */
    public void close() {
        filling.ifPresent(key -> key.complete(body.content()));
    }
}
