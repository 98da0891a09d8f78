package dev.wit4j.parser.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {
    private final Map<String, List<Identifier>> dependencies = new LinkedHashMap<>();

    private void node(String name, String... needs) {
        dependencies.put(
                name,
                Stream.of(needs).map(need -> new Identifier(need, Span.NONE)).toList());
    }

    @Test
    void whatDoesNotDependStaysInTheOrderOfTheText() {
        node("c");
        node("a");
        node("b");
        assertThat(TopologicalOrder.of(dependencies).names()).containsExactly("c", "a", "b");
    }

    @Test
    void needsComeFirstAndTheEarliestFreeNameNext() {
        node("a", "d");
        node("b");
        node("c", "b", "b");
        node("d");
        assertThat(TopologicalOrder.of(dependencies).names()).containsExactly("b", "c", "d", "a");
    }

    @Test
    void missingNamesAreListedAndDoNotStopTheRest() {
        node("a", "x");
        node("b", "a");
        TopologicalOrder order = TopologicalOrder.of(dependencies);
        assertThat(order.missing()).extracting(Identifier::name).containsExactly("x");
        assertThat(order.names()).containsExactly("a", "b");
    }

    @Test
    void ofACycleTheFirstEdgeInTheOrderOfTheTextIsNamed() {
        node("free");
        node("a", "free", "b");
        node("b", "c");
        node("c", "b");
        TopologicalOrder order = TopologicalOrder.of(dependencies);
        assertThat(order.cycle()).map(Identifier::name).hasValue("b");
        assertThat(order.names()).containsExactly("free", "a", "b", "c");
    }
}
