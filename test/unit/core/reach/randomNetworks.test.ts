import assert from "node:assert/strict";
import { explain } from "../../../../src/core/reach/explain";
import { actions, type ListName, type Snapshot } from "../../../../src/core/reach/snapshot";
import { ipv6Twin } from "./simulator/ipv6Twin";
import { chance } from "./simulator/random";
import { randomNetwork } from "./simulator/randomNetwork";
import { simulate } from "./simulator/simulate";

/** `ELASTICACHE_ACCESS_NETWORKS=10000 npm test -- unit --grep "random networks"` tries that many. */
const count = Number(process.env["ELASTICACHE_ACCESS_NETWORKS"] ?? 1_000);
const seeds = Array.from({ length: count }, (_, seed) => seed);

describe("random networks", function () {
  // Ten thousand take a minute, where a test is given seconds.
  this.timeout(600_000);

  it("are explained as packets fare in them", () => {
    const fates = seeds.map((seed) => {
      const { snapshot, question } = randomNetwork(seed);
      const { verdict, steps } = explain(snapshot, question);
      const fate = simulate(snapshot, question);
      assert.equal(verdict, fate, `seed ${seed}\n${JSON.stringify({ question, steps }, undefined, 1)}`);
      return fate;
    });
    // A comparison of networks in which nothing works would compare nothing.
    for (const fate of ["reachable", "blocked", "unknown"]) {
      assert.ok(fates.filter((each) => each === fate).length > count / 50, fate);
    }
  });

  it("are explained in IPv6 as in IPv4", () => {
    for (const seed of seeds) {
      const network = randomNetwork(seed);
      const twin = ipv6Twin(network);
      const { verdict } = explain(network.snapshot, network.question);
      assert.equal(explain(twin.snapshot, twin.question).verdict, verdict, `seed ${seed}`);
    }
  });

  it("are explained alike in whatever order the answers come", () => {
    for (const seed of seeds) {
      const { snapshot, question } = randomNetwork(seed);
      const { verdict } = explain(snapshot, question);
      assert.equal(explain(shuffled(snapshot, seed), question).verdict, verdict, `seed ${seed}`);
    }
  });

  it("never turn into another answer than unknown where something was refused", () => {
    for (const seed of seeds) {
      const { snapshot, question } = randomNetwork(seed);
      const { verdict } = explain(snapshot, question);
      for (const list of Object.keys(actions).filter((name): name is ListName => name in snapshot)) {
        const { [list]: _, ...rest } = snapshot;
        const answer = explain(rest, question).verdict;
        assert.ok(
          answer === verdict || answer === "unknown",
          `seed ${seed}: ${verdict}, without ${list} ${answer}`,
        );
      }
    }
  });
});

function shuffled(snapshot: Snapshot, seed: number): Snapshot {
  const dice = chance(seed);
  const {
    NetworkInterfaces = [],
    SecurityGroups = [],
    NetworkAcls = [],
    RouteTables = [],
    ...rest
  } = snapshot;
  return {
    ...rest,
    NetworkInterfaces: dice.shuffled(NetworkInterfaces),
    SecurityGroups: dice.shuffled(SecurityGroups),
    NetworkAcls: dice
      .shuffled(NetworkAcls)
      .map((acl) => ({ ...acl, Entries: dice.shuffled(acl.Entries ?? []) })),
    RouteTables: dice
      .shuffled(RouteTables)
      .map((table) => ({ ...table, Routes: dice.shuffled(table.Routes ?? []) })),
    TransitGatewayRoutes: dice.shuffled(rest.TransitGatewayRoutes ?? []),
    Subnets: dice.shuffled(rest.Subnets ?? []),
  };
}
