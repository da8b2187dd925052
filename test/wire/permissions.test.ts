import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Params } from "../../src/commands/command";
import { commands } from "../../src/commands/table";
import type { CacheKind } from "../../src/core/caches/cache";
import { groupIdsOf } from "../../src/core/caches/membershipChange";
import { iamAction } from "../../src/core/requests/request";
import { Sweep } from "../../src/expiry/sweep";
import { fixedId } from "../../src/sandbox/ec2/ids";
import { vpcId } from "../../src/sandbox/ec2/state";
import { readRows } from "../../src/tree/readTree";
import { rootRows } from "../../src/tree/roots";
import { CommandWorld } from "../support/commandWorld";
import { type Scripted, ScriptedUi } from "../support/scriptedUi";
import { contractCases } from "./changes/contractCases";
import { policiesOf } from "./policies";

const policies = new Map(
  policiesOf(readFileSync("docs/permissions.md", "utf8")).map(({ title, actions }) => [title, actions]),
);
const seeing = "See who may reach what";

const region = "us-west-2";
const account = "111122223333";
const vpc = { profile: "sandbox-vpc", region };

/** What a policy allows besides, and why no request here shows it. */
const notMet: Readonly<Record<string, readonly string[]>> = {
  // AWS asks for it where AuthorizeSecurityGroupIngress makes a rule with tags. It is no request of its own.
  "Authorize and revoke: VPC groups": ["ec2:CreateTags"],
  // The sandbox's network has no NAT gateway, no VPN and no gateways that are peered.
  // Which CreateSchedule and UpdateSchedule include: the test below tries it.
  "Grants that expire": ["iam:PassRole"],
  "Explain Reachability": [
    "ec2:DescribeNatGateways",
    "ec2:DescribeVpnConnections",
    "ec2:DescribeTransitGatewayPeeringAttachments",
  ],
  // The AWS CLI sends it, in the terminal.
  "Connect Through": ["ssm:StartSession"],
};

/** What else a policy says that it wants, beside being let to see. */
const besides: Readonly<Record<string, string>> = {
  "Connect Through": "Explain Reachability",
  "Grants that expire": "Authorize and revoke: VPC groups",
};

/** Does something, and remembers what was asked of AWS for it. */
type Counted = (work: () => Promise<unknown>) => Promise<void>;

/** What is done below each title. */
const done: Readonly<Record<string, (world: CommandWorld, counted: Counted) => Promise<void>>> = {
  [seeing]: (world, counted) => counted(() => readRows(rootRows(world.services.state), true)),
  "Authorize and revoke: cache security groups": changes(
    "authorizeIngress",
    "revokeIngress",
    "authorizeMany",
  ),
  "Create and delete cache security groups": changes("createCacheSecurityGroup", "deleteCacheSecurityGroup"),
  "Authorize and revoke: VPC groups": changes("authorizeVpcIngress", "revokeVpcIngress", "planVpcRules"),
  "Grants that expire": expire,
  "Attach and detach VPC groups": attachAndDetach,
  "Explain Reachability": explain,
  "Connect Through": (world, counted) =>
    counted(() =>
      run(world, "connect", { ...vpc, cacheKind: "cluster", cacheId: "open-test" }, { pick: "web-1" }),
    ),
};

describe("the policies of docs/permissions.md", () => {
  it("are of all that is done, and of nothing else", () => {
    assert.deepEqual([...policies.keys()].sort(), [...Object.keys(done), "Everything"].sort());
  });

  for (const [title, work] of Object.entries(done)) {
    it(`${title}: is enough, and not more`, async () => {
      const world = await CommandWorld.start();
      const asked = new Set<string>();
      try {
        await work(world, async (counted) => {
          const before = world.sandbox.requests.length;
          await counted();
          for (const request of world.sandbox.requests.slice(before)) {
            asked.add(iamAction(request));
          }
        });
      } finally {
        await world.close();
      }
      // Which needs no permission.
      asked.delete("sts:GetCallerIdentity");
      for (const action of notMet[title] ?? []) {
        asked.add(action);
      }
      const allowed = new Set(policies.get(title));
      const enough = new Set(
        [title, seeing, besides[title] ?? ""].flatMap((each) => policies.get(each) ?? []),
      );
      assert.deepEqual(
        [...asked].filter((action) => !enough.has(action)),
        [],
        "not enough",
      );
      assert.deepEqual(
        [...allowed].filter((action) => !asked.has(action)),
        [],
        "more",
      );
    });
  }

  it("Grants that expire: the role is passed on, or this extension sees to the end and says what is missing", async () => {
    const { prepare } = contractCases["authorizeVpcIngress"] ?? assert.fail();
    const authorize = commands.find(({ id }) => id === "authorizeVpcIngress") ?? assert.fail();
    const world = await CommandWorld.start();
    world.settings = { ...world.settings, expiryRoles: { [vpc.profile]: "expiry" } };
    const params = { ...(await prepare(world)), expires: "PT1H" };
    world.sandbox.setFaults([{ action: "PassRole", code: "AccessDenied" }]);
    const ui = new ScriptedUi();
    const made = await world.run(authorize, params, ui);
    await world.close();
    assert.equal("expiry" in made && made.expiry?.by, "sweep");
    assert.match(ui.messages.map(({ text }) => text).join(), /iam:PassRole/);
  });

  it("are all in the last one", () => {
    const all = Object.keys(done).flatMap((title) => policies.get(title) ?? []);
    assert.deepEqual([...(policies.get("Everything") ?? [])].sort(), [...new Set(all)].sort());
  });
});

async function run(
  world: CommandWorld,
  id: string,
  params: Params,
  ...answers: readonly Scripted[]
): Promise<void> {
  const command = commands.find((each) => each.id === id) ?? assert.fail(id);
  const result = await world.run(command, params, new ScriptedUi(...answers));
  assert.equal(result.outcome, "done", JSON.stringify([id, result]));
}

/** Makes these changes, by the params that the contract has for them, and takes back what can be. */
function changes(...ids: readonly string[]) {
  return async (world: CommandWorld, counted: Counted) => {
    for (const id of ids) {
      const { prepare, noUndo } = contractCases[id] ?? assert.fail(id);
      const params = await prepare(world);
      const more = id === "authorizeVpcIngress" ? { tags: { team: "web" } } : {};
      await counted(() => run(world, id, { ...params, ...more }));
      if (!noUndo) {
        await counted(() => run(world, "undoLastChange", {}));
      }
    }
  };
}

/** Makes a rule with an end, moves the end, takes it away, gives it one again, and sweeps what is over. */
async function expire(world: CommandWorld, counted: Counted): Promise<void> {
  const { prepare } = contractCases["authorizeVpcIngress"] ?? assert.fail();
  world.settings = { ...world.settings, expiryRoles: { [vpc.profile]: "expiry" } };
  const params = { ...(await prepare(world)), expires: "PT1H" };
  const authorize = commands.find(({ id }) => id === "authorizeVpcIngress") ?? assert.fail();
  await counted(async () => {
    const made = await world.run(authorize, params);
    const [securityGroupRuleId] = ("expiry" in made && made.expiry?.ruleIds) || assert.fail(made.outcome);
    for (const expires of ["PT2H", null, "PT1H"]) {
      await run(world, "setExpiry", { ...vpc, securityGroupRuleId, expires });
    }
    await run(world, "showExpiring", { query: "" });
    // What the schedule has not done.
    world.sandbox.setFaults([{ action: "FireSchedule", code: "AccessDenied" }]);
    world.sandbox.advance(2 * 3_600_000);
    const services = { ...world.servicesFor(new ScriptedUi()), log: () => undefined };
    const load = () => import("../../src/expiry/sweepTarget");
    const sweep = new Sweep({ services, folder: world.folder, load, after: () => () => undefined });
    await services.aws().then((aws) => aws.describeExpiringRules(vpc));
    await sweep.begin();
    sweep.dispose();
    assert.ok(world.changes().includes("RevokeSecurityGroupIngress"), "it is swept");
  });
}

async function attachAndDetach(world: CommandWorld, counted: Counted): Promise<void> {
  const { caches, vpc: rules } = world.services.state;
  await rules.load(vpc);
  const groupOf = (kind: CacheKind, id: string) =>
    groupIdsOf(caches.find(vpc, { kind, id }) ?? assert.fail(id))[0] ?? assert.fail(id);
  const securityGroupId = groupOf("cluster", "analytics");
  const targets = [
    ["cluster", "pages"],
    ["replicationGroup", "sessions"],
    ["serverless", "storefront"],
  ] as const;
  for (const [cacheKind, cacheId] of targets) {
    const params = { ...vpc, cacheKind, cacheId, securityGroupId, confirmed: true };
    await counted(() => run(world, "attachSecurityGroup", params));
  }
}

/** The ways of the sandbox's demo network that meet everything there is to meet. */
async function explain(world: CommandWorld, counted: Counted): Promise<void> {
  const cache = { ...vpc, cacheKind: "cluster", cacheId: "open-test" };
  const storefront = { ...cache, cacheKind: "serverless", cacheId: "storefront" };
  const inVpc = (name: string) => fixedId("eni", vpcId(account, region, name), name);
  const ways: readonly Params[] = [
    ...["search", "loyalty", "warehouse", "billing", "invoices"].map((name) => ({
      ...cache,
      sourceNetworkInterfaceId: inVpc(name),
    })),
    { ...cache, sourceAddress: "10.20.1.10" },
    { ...cache, sourceAddress: "203.0.113.9" },
    { ...storefront, sourceAddress: "10.20.1.10" },
    { ...cache, sourceAddress: "172.31.0.9", sourceGatewayId: "vgw-0123456789abcdef0" },
    { ...cache, sourceAddress: "172.31.0.9", sourceGatewayId: "tgw-attach-0123456789abcdef0" },
  ];
  for (const way of ways) {
    await counted(() => run(world, "explainReachability", way));
  }
}
