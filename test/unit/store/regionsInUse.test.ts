import assert from "node:assert/strict";
import type { ReplicationGroup, ServerlessCache } from "../../../src/core/caches/cacheParts";
import type { FailureKind } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import { type Holdings, type RegionLook, regionsInUse } from "../../../src/store/regionsInUse";
import { cluster } from "../support/account";

const common = {
  engine: "valkey",
  engineVersion: "8.0",
  status: "available",
  endpoints: [],
  userGroupIds: [],
  networkType: "ipv4",
};
const serverless: ServerlessCache = { ...common, name: "one", securityGroupIds: [] };
const replicationGroup: ReplicationGroup = {
  ...common,
  id: "one",
  members: [],
  clusterMode: false,
  encryptionInTransit: "none",
  authToken: false,
};

type List = "groups" | "clusters" | "serverless" | "replicationGroups";
const orderOfLists: readonly List[] = ["groups", "clusters", "serverless", "replicationGroups"];

/** What a look at one region finds, where lists hold something or are refused; the others are empty. */
async function lookAt(answers: Partial<Record<List, "something" | FailureKind>>) {
  const asked: List[] = [];
  const list =
    <T>(name: List, entry: T) =>
    async () => {
      asked.push(name);
      const answer = answers[name];
      return answer === undefined
        ? succeeded([])
        : answer === "something"
          ? succeeded([entry])
          : failed({ kind: answer, message: name });
    };
  const aws: Holdings = {
    listCacheSecurityGroups: list("groups", { name: "mygroup", description: "", ownerId: "", grants: [] }),
    listCacheClusters: list("clusters", cluster("one", [])),
    listServerlessCaches: list("serverless", serverless),
    listReplicationGroups: list("replicationGroups", replicationGroup),
  };
  const looks: RegionLook[] = [];
  await regionsInUse(aws, "dev", ["us-west-2"], (look) => looks.push(look), new AbortController().signal);
  const [look] = looks;
  return { found: look?.found, why: look?.found === "unknown" ? look.failure.kind : undefined, asked };
}

describe("a region in use", () => {
  for (const name of orderOfLists) {
    it(`is one by what one list holds, whichever the others refuse: ${name}`, async () => {
      const others = Object.fromEntries(
        orderOfLists.map((each) => [each, each === name ? "something" : "accessDenied"] as const),
      );
      assert.equal((await lookAt(others)).found, "something");
    });

    it(`is not known to be none where a list is refused: ${name}`, async () => {
      const { found, why, asked } = await lookAt({ [name]: "accessDenied" });
      assert.deepEqual([found, why, asked], ["unknown", "accessDenied", orderOfLists]);
    });
  }

  it("is none where every list is empty, or cache security groups are gone for good", async () => {
    assert.equal((await lookAt({})).found, "nothing");
    assert.equal((await lookAt({ groups: "classicRetired" })).found, "nothing");
  });

  it("is asked no further where it cannot be reached", async () => {
    assert.deepEqual(await lookAt({ groups: "network" }), {
      found: "unknown",
      why: "network",
      asked: ["groups"],
    });
  });
});
