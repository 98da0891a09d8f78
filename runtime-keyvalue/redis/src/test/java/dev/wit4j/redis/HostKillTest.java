package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.redis.FaultPlan.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that is killed at every round trip of a workload: the next one brings it to the same end. */
@ExtendWith(FaultReport.class)
class HostKillTest {
    /** The default build kills it at one round trip in so many. */
    private static final int PART = 30;

    /** Each host takes its time: where there are many round trips, it is killed at one in so many. */
    private static final int THIRD = 3;

    private static final List<Fault> KILLS = List.of(Fault.ACT_INSTEAD, Fault.ACT_BEFORE, Fault.ACT_AFTER);

    @ParameterizedTest
    @EnumSource
    void onOneServerTheNextHostGoesOn(Workload workload) throws Exception {
        FaultCampaign campaign = new FaultCampaign(workload, "hosts of one server that are killed");
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            int step = workload == Workload.CACHE ? THIRD : 1;
            killAtEach(FaultCampaign.ALL ? step : part(workload), campaign, proxy.uri());
        }
        campaign.report();
    }

    @ParameterizedTest
    @EnumSource
    void acrossSlotsTheNextHostGoesOn(Workload workload) throws Exception {
        FaultCampaign campaign = new FaultCampaign(workload, "hosts of a cluster that are killed");
        List<FaultProxy> proxies =
                Stream.generate(() -> new FaultProxy(campaign.plan())).limit(3).toList();
        try (RedisCluster cluster = RedisCluster.startBehind(RedisBinary.preferred(), proxies)) {
            assertThat(cluster.servers()).hasSize(proxies.size());
            int step = workload == Workload.EFFECTS ? 1 : THIRD;
            killAtEach(
                    FaultCampaign.ALL ? step : part(workload),
                    campaign,
                    URI.create("redis-cluster://127.0.0.1:" + proxies.get(0).port()));
        } finally {
            proxies.forEach(FaultProxy::close);
        }
        campaign.report();
    }

    /** Between the call of a change and its deletion there is one round trip, which the default build may miss among all others. */
    @Test
    void whoIsKilledWhileItDeletesWhatItForwardedLosesAndDoublesNothing() throws Exception {
        FaultCampaign campaign = new FaultCampaign(Workload.WATCH, "hosts that are killed while they forward");
        campaign.plan().only("XDEL");
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            for (Fault fault : KILLS) {
                assertThat(killOneAndGoOn(campaign, 0, fault, proxy.uri())).isTrue();
            }
        }
        campaign.report();
    }

    private static int part(Workload workload) {
        return workload == Workload.EFFECTS ? PART : 2 * PART;
    }

    /** Kills it at one in {@code step} of its round trips. */
    private static void killAtEach(int step, FaultCampaign campaign, URI uri) throws Exception {
        for (Fault fault : KILLS) {
            boolean reached = true;
            for (int request = campaign.runs() % step; reached; request += step) {
                reached = killOneAndGoOn(campaign, request, fault, uri);
            }
        }
    }

    /** Whether the host that was to be killed made so many round trips. */
    private static boolean killOneAndGoOn(FaultCampaign campaign, int request, Fault fault, URI uri) throws Exception {
        RedisOptions options = FaultCampaign.options();
        boolean reached = killAt(campaign, request, fault, uri, options.namespace());
        try (RedisStorage storage = RedisStorage.connect(uri, options)) {
            campaign.count(
                    fault + " at round trip " + request, campaign.workload().run(storage), reached);
        }
        return reached;
    }

    /** Whether it made so many round trips. */
    private static boolean killAt(FaultCampaign campaign, int request, Fault fault, URI uri, String namespace)
            throws Exception {
        FaultPlan plan = campaign.plan();
        Process host = start(uri, namespace, campaign.workload());
        try (BufferedReader said = host.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo(WorkloadHost.READY);
            plan.arm(request, fault, () -> kill(host));
            host.outputWriter().close();
            assertThat(said.readLine()).isNull();
            host.waitFor();
        } finally {
            plan.disarm();
            kill(host);
        }
        return plan.requests() > request;
    }

    private static void kill(Process process) {
        try {
            // Through the process itself, what it said could no longer be read.
            process.toHandle().destroyForcibly();
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Process start(URI uri, String namespace, Workload workload) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkloadHost.class.getName(),
                        uri.toString(),
                        namespace,
                        workload.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
