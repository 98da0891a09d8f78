package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.redis.FaultPlan.Fault;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;

/**
 * Every kind of fault at every round trip of a workload on one server: nothing that was acknowledged is lost, and nothing happens
 * twice.
 */
@ExtendWith(FaultReport.class)
class FaultsTest {
    /** Of the faults that take longer, the default build tries one in so many. */
    private static final int PART = 6;

    private static final int LONGEST_MILLIS = 60_000;

    /** How many keys a server reads for long enough for clients to meet it while it does. */
    private static final String MANY_KEYS = "400000";

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void refusalsThatPassAreWaitedFor(RedisBinary binary) {
        FaultCampaign campaign = new FaultCampaign(Workload.EFFECTS, binary + " that refuses for a while");
        try (RedisServer server = RedisServer.start(binary);
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            campaign.everywhere(proxy.uri(), Fault.ACT_BEFORE, "no memory", () -> outOfMemory(campaign, server), PART);
            campaign.everywhere(proxy.uri(), Fault.ACT_BEFORE, "a replica", () -> readOnly(campaign, server), PART);
            assertThat(campaign.plan().refusals()).contains("OOM", "READONLY");
        }
        campaign.report();
    }

    @Test
    void aServerThatReadsItsDataIsWaitedFor() {
        FaultCampaign campaign = new FaultCampaign(Workload.EFFECTS, "a server that loads its data");
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            command(server, "DEBUG", "POPULATE", MANY_KEYS);
            command(server, "BGREWRITEAOF");
            server.awaitInfo("aof_rewrite_in_progress:0");
            Runnable restart = () -> {
                server.kill();
                campaign.meanwhile(server::restart);
            };
            campaign.everywhere(proxy.uri(), Fault.ACT_BEFORE, "kill -9 of a large one", restart, 4 * PART);
            assertThat(campaign.plan().refusals()).contains("LOADING");
        }
        campaign.report();
    }

    @ParameterizedTest
    @EnumSource
    void onOneServerNothingIsLostOrDoneTwice(Workload workload) {
        FaultCampaign campaign = new FaultCampaign(workload, "one server");
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            URI uri = proxy.uri();
            campaign.everywhere(uri, Fault.DROP_REPLY, "the reply is lost", () -> {}, 1);
            campaign.everywhere(uri, Fault.CUT_BEFORE, "the connection is cut", () -> {}, 1);
            campaign.everywhere(uri, Fault.COME_LATE, "the request comes late", () -> {}, 1);
            campaign.everywhere(uri, Fault.ACT_BEFORE, "scripts are flushed", () -> flushScripts(server), 2);
            campaign.everywhere(uri, Fault.ACT_BEFORE, "clients are killed", () -> killClients(server), 2);
            campaign.everywhere(uri, Fault.ACT_BEFORE, "kill -9 before", server::killAndRestart, PART);
            campaign.everywhere(uri, Fault.ACT_AFTER, "kill -9 after", server::killAndRestart, PART);
            assertThat(campaign.plan().refusals()).contains("NOSCRIPT");
        }
        campaign.report();
    }

    /** Where requests are tried until they are answered, a forwarder never has to begin again: so here they are not. */
    @Test
    void whatFailsWhileItIsForwardedIsForwardedAgain() {
        FaultCampaign campaign = new FaultCampaign(Workload.WATCH, "one server, where nothing is tried again");
        campaign.withoutRetries();
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            campaign.everywhere(proxy.uri(), Fault.DROP_REPLY, "the reply is lost", () -> {}, 1);
            campaign.atEach(1, proxy.uri(), Fault.CUT_BEFORE, "the connection is cut", () -> {});
        }
        campaign.report();
    }

    /** Where requests are tried until they are answered, nothing is given up: so here they are not. */
    @ParameterizedTest
    @EnumSource(names = {"EFFECTS", "CALLS"})
    void whatIsGivenUpIsNotDoneAndACallIsEndedOnce(Workload workload) {
        FaultCampaign campaign = new FaultCampaign(workload, "one server, where nothing is tried again");
        campaign.withoutRetries();
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            URI uri = proxy.uri();
            campaign.atEach(1, uri, Fault.DROP_REPLY, "the reply is lost", () -> {});
            campaign.atEach(1, uri, Fault.CUT_BEFORE, "the connection is cut", () -> {});
            campaign.atEach(1, uri, Fault.COME_LATE, "the request comes late", () -> {});
            campaign.atEach(1, uri, Fault.ACT_BEFORE, "no memory", () -> outOfMemory(campaign, server));
            assertThat(campaign.plan().refusals()).contains("OOM");
        }
        campaign.report();
    }

    @Test
    void aServerThatIsBusyForTooLongIsWaitedFor() {
        FaultCampaign campaign = new FaultCampaign(Workload.EFFECTS, "a server that is busy");
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            Runnable busy = () -> sleepLong(campaign, server);
            campaign.everywhere(proxy.uri(), Fault.ACT_BEFORE, "busy for too long", busy, 2 * PART);
        }
        campaign.report();
    }

    static void flushScripts(RedisServer server) {
        command(server, "SCRIPT", "FLUSH");
    }

    static void killClients(RedisServer server) {
        command(server, "CLIENT", "KILL", "TYPE", "normal");
    }

    private static void outOfMemory(FaultCampaign campaign, RedisServer server) {
        command(server, "CONFIG", "SET", "maxmemory", "1");
        campaign.onceRefused(() -> command(server, "CONFIG", "SET", "maxmemory", "0"));
    }

    private static void readOnly(FaultCampaign campaign, RedisServer server) {
        command(server, "REPLICAOF", "127.0.0.1", "1");
        campaign.onceRefused(() -> command(server, "REPLICAOF", "NO", "ONE"));
    }

    private static void sleepLong(FaultCampaign campaign, RedisServer server) {
        campaign.meanwhile(() -> command(server, "DEBUG", "SLEEP", "2"));
    }

    private static void command(RedisServer server, String... command) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port(), LONGEST_MILLIS)) {
            jedis.sendCommand(() -> Redis.bytes(command[0]), Arrays.copyOfRange(command, 1, command.length));
        }
    }
}
