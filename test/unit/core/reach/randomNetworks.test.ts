import assert from "node:assert/strict";
import { explain } from "../../../../src/core/reach/explain";
import { actions, type ListName, type Snapshot } from "../../../../src/core/reach/snapshot";
import { ipv6Twin } from "./simulator/ipv6Twin";
import { chance } from "./simulator/random";
import { type RandomNetwork, randomNetwork } from "./simulator/randomNetwork";
import { simulate } from "./simulator/simulate";

/** `ELASTICACHE_ACCESS_NETWORKS=10000 npm test -- unit --grep "random networks"` tries that many. */
const count = Number(process.env["ELASTICACHE_ACCESS_NETWORKS"] ?? 1_000);

/** The networks, each with what is said of it as it is. */
let networks: readonly Explained[] = [];

interface Explained {
  readonly seed: number;
  readonly network: RandomNetwork;
  readonly explained: ReturnType<typeof explain>;
}

describe("random networks", function () {
  // Ten thousand take a minute, where a test is given seconds.
  this.timeout(600_000);

  before("explain them", () => {
    networks = Array.from({ length: count }, (_, seed) => {
      const network = randomNetwork(seed);
      return { seed, network, explained: explain(network.snapshot, network.question) };
    });
  });

  it("are explained as packets fare in them", () => {
    const fates = networks.map(({ seed, network: { snapshot, question }, explained: { verdict, steps } }) => {
      const fate = simulate(snapshot, question);
      if (verdict !== fate) {
        const told = JSON.stringify({ question, steps }, undefined, 1);
        assert.fail(`seed ${seed}: ${verdict} and not ${fate}\n${told}`);
      }
      return fate;
    });
    // A comparison of networks in which nothing works would compare nothing.
    for (const fate of ["reachable", "blocked", "unknown"]) {
      assert.ok(fates.filter((each) => each === fate).length > count / 50, fate);
    }
  });

  it("are explained in IPv6 as in IPv4", () => {
    for (const { seed, network, explained } of networks) {
      const twin = ipv6Twin(network);
      assert.equal(explain(twin.snapshot, twin.question).verdict, explained.verdict, `seed ${seed}`);
    }
  });

  it("are explained alike in whatever order the answers come", () => {
    for (const { seed, network, explained } of networks) {
      const { verdict } = explain(shuffled(network.snapshot, seed), network.question);
      assert.equal(verdict, explained.verdict, `seed ${seed}`);
    }
  });

  it("never turn into another answer than unknown where something was refused", () => {
    for (const { seed, network, explained } of networks) {
      const { snapshot, question } = network;
      const { verdict } = explained;
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
