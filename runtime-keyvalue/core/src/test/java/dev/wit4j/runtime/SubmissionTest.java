package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.StringException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls that nobody waits for are written as those that one waits for. */
class SubmissionTest extends WorkerTestCase {
    @Test
    void aCallIsSubmittedByTheInterfaceThatItIsCalledBy() {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<String> said = worker.submit(guest -> guest.run("say a"));
        CompletableFuture<Long> size = worker.submit(ScriptWorld.Guest::size);
        CompletableFuture<Void> sent = worker.send(guest -> guest.run("say b"));

        assertThat(said.join()).isEqualTo("a");
        assertThat(size.join()).isEqualTo(1);
        assertThat(sent.join()).isNull();
        assertThat(worker.exports().run("memory")).isEqualTo("a|b");
    }

    @Test
    void itReturnsBeforeTheCallRuns() {
        Worker<ScriptWorld.Guest> worker = start("w");
        CompletableFuture<Void> release = new CompletableFuture<>();
        scriptHost.before = release::join;
        CompletableFuture<String> answer = worker.withKey("k").submit(guest -> guest.run("get x"));

        assertThat(answer).isNotDone();
        assertThat(storage.workers().withPendingInvocations()).containsExactly(worker.id());
        release.complete(null);
        assertThat(answer.join()).isEqualTo("absent");
        assertThat(worker.withKey("k").exports().run("get x")).isEqualTo("absent");
    }

    @Test
    void somethingMayBeMadeOfTheAnswer() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThat(worker.submit(guest -> guest.run("say abc").length()).join()).isEqualTo(3);
        assertThat(worker.submit(guest -> {
                            try {
                                return guest.run("error no");
                            } catch (StringException e) {
                                return "caught " + e.error();
                            }
                        })
                        .join())
                .isEqualTo("caught no");
        assertThat(worker.exports().run("memory")).isEqualTo("abc");
    }

    @Test
    void theFutureFailsAsTheCallWould() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.submit(guest -> guest.run("error no")).get())
                .hasCauseInstanceOf(StringException.class);
        assertThatThrownBy(() -> worker.submit(guest -> guest.run("throw no")).get())
                .hasCauseInstanceOf(InvocationFailedException.class);
    }

    @Test
    void whatCallsNothingIsRefused() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.submit(guest -> "nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calls no function of test:script/world");
        assertThatThrownBy(() -> worker.send(guest -> {
                    throw new IllegalStateException("of its own");
                }))
                .hasMessage("of its own");
        assertThat(storage.workers().list()).isEmpty();
    }

    @Test
    void aSecondCallIsNotMade() {
        Worker<ScriptWorld.Guest> worker = start("w");

        assertThatThrownBy(() -> worker.submit(guest -> guest.run("say a") + guest.run("say b"))
                        .get())
                .hasMessageContaining("submit one call at a time");
        assertThatThrownBy(() -> worker.submit(guest -> guest.run("say c") + guest.size())
                        .get())
                .hasMessageContaining("run, and then test:script/runner#size, which is not made");
        assertThat(worker.exports().run("memory")).isEqualTo("a|c");
    }
}
