import assert from "node:assert/strict";
import { addressOf } from "../../../../src/core/reach/address";
import { explain } from "../../../../src/core/reach/explain";
import { hasAddress } from "../../../../src/core/reach/networkInterface";
import type { Snapshot } from "../../../../src/core/reach/snapshot";
import { WayReader } from "../../../../src/store/reach/wayReader";
import { recordedCases } from "../../core/reach/networks/recorded";
import { trapsBySubject } from "../../core/reach/traps/allTraps";
import { AnsweringNetwork } from "./answeringNetwork";

const ways = [
  ...recordedCases.map(({ title, network: net, question }) => ({ title, net, question })),
  ...Object.values(trapsBySubject).flat(),
];

/** What is read with the cache, or in another way, before the way is looked at: its interface among it. */
function before(net: Snapshot, to: string): Snapshot {
  const address = addressOf(to);
  const nodes = address && net.NetworkInterfaces?.filter((each) => hasAddress(each, address));
  const NetworkInterfaces = nodes?.length === 0 ? undefined : nodes;
  const { CacheClusters, ReplicationGroups, ServerlessCaches, VpcEndpoints, NotRead } = net;
  const { ManagedPrefixLists, PrefixLists, TransitGatewayRouteTables } = net;
  return Object.fromEntries(
    Object.entries({
      ...{ CacheClusters, ReplicationGroups, ServerlessCaches, VpcEndpoints, NotRead },
      ...{ ManagedPrefixLists, PrefixLists, TransitGatewayRouteTables, NetworkInterfaces },
    }).filter(([, list]) => list !== undefined),
  );
}

/** No gateway is looked for that two VPCs have in common: it is known where the way has led over it. */
const withoutMend = "13. a transit gateway's attachment carries no IPv6 by default";

describe("a way, read by what is wished for", () => {
  for (const { title, net, question } of ways) {
    it(`is told as with all of the network at hand: ${title}`, async () => {
      const network = new AnsweringNetwork(net);
      const reader = new WayReader(
        {
          aws: network,
          reads: network.reads,
          target: { profile: "dev", region: "us-west-2" },
          profileOf: () => undefined,
        },
        before(net, question.to.address),
      );
      const told = await reader.evaluate((snapshot) => explain(snapshot, question));
      const whole = explain(net, question);
      assert.deepEqual(
        title === withoutMend ? told.verdict : told,
        title === withoutMend ? whole.verdict : whole,
      );
      // Never a region's whole, and nothing twice.
      for (const { list, of } of network.asked) {
        const isWhole = Object.keys(of).length === 0;
        assert.ok(!isWhole || list === "Vpcs", list);
        assert.ok(Object.values(of).every((values) => values.length > 0));
      }
      const questions = network.asked.map((each) => JSON.stringify(each));
      assert.deepEqual(questions, [...new Set(questions)]);
    });
  }
});
