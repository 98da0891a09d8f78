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

/** A host that is killed at every round trip of the workload: the next one brings it to the same end. */
@ExtendWith(FaultReport.class)
class HostKillTest {
    /** The default build kills it at one round trip in so many. */
    private static final int PART = 25;

    @Test
    void onOneServerTheNextHostGoesOn() throws Exception {
        FaultCampaign campaign = new FaultCampaign("hosts of one server that are killed");
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            killEverywhere(campaign, proxy.uri());
        }
        campaign.report();
    }

    @Test
    void acrossSlotsTheNextHostGoesOn() throws Exception {
        FaultCampaign campaign = new FaultCampaign("hosts of a cluster that are killed");
        List<FaultProxy> proxies =
                Stream.generate(() -> new FaultProxy(campaign.plan())).limit(3).toList();
        try (RedisCluster cluster = RedisCluster.startBehind(RedisBinary.preferred(), proxies)) {
            assertThat(cluster.servers()).hasSize(proxies.size());
            killEverywhere(
                    campaign,
                    URI.create("redis-cluster://127.0.0.1:" + proxies.get(0).port()));
        } finally {
            proxies.forEach(FaultProxy::close);
        }
        campaign.report();
    }

    private static void killEverywhere(FaultCampaign campaign, URI uri) throws Exception {
        for (Fault fault : List.of(Fault.ACT_INSTEAD, Fault.ACT_BEFORE, Fault.ACT_AFTER)) {
            boolean reached = true;
            for (int request = 0; reached; request += FaultCampaign.ALL ? 1 : PART) {
                RedisOptions options = FaultCampaign.options();
                reached = killAt(campaign.plan(), request, fault, uri, options.namespace());
                try (RedisStorage storage = RedisStorage.connect(uri, options)) {
                    campaign.count(fault + " at round trip " + request, Workload.run(storage), reached);
                }
            }
        }
    }

    /** Whether it made so many round trips. */
    private static boolean killAt(FaultPlan plan, int request, Fault fault, URI uri, String namespace)
            throws Exception {
        Process host = start(uri, namespace);
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

    private static Process start(URI uri, String namespace) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkloadHost.class.getName(),
                        uri.toString(),
                        namespace)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
