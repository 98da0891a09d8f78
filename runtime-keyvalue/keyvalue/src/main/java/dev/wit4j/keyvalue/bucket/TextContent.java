package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.runtime.ResourceContent;
import java.util.function.Function;

/**
 * The content of a resource that is no more than a text.
 *
 * @param text the text of a resource
 * @param resource a resource with that text
 * @param <R> the resource's Java interface
 */
public record TextContent<R extends Resource>(Function<R, String> text, Function<String, R> resource)
        implements ResourceContent<R> {
    @Override
    public Bytes save(R saved) {
        return Bytes.utf8(text.apply(saved));
    }

    @Override
    public R load(Bytes content) {
        return resource.apply(content.toUtf8String());
    }
}
