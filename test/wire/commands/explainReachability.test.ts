import assert from "node:assert/strict";
import { explainReachability } from "../../../src/commands/explainReachability";
import { whoCanConnect } from "../../../src/commands/whoCanConnect";
import type { CommandResult } from "../../../src/core/commandResult";
import type { Explanation } from "../../../src/core/reach/explanation";
import { fixedId } from "../../../src/sandbox/ec2/ids";
import { vpcId } from "../../../src/sandbox/ec2/state";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const account = "111122223333";
const region = "us-west-2";
const shop = vpcId(account, region, "shop");
const openTest = { profile: "sandbox-vpc", region, cacheKind: "cluster", cacheId: "open-test" };
const sessions = { ...openTest, cacheKind: "replicationGroup", cacheId: "sessions" };

const idIn = (vpc: string, prefix: string, name: string) =>
  fixedId(prefix, vpc === "shop" ? shop : vpcId(account, region, vpc), name);

/** The explanation that a command came to. */
function explanationOf(result: CommandResult): Explanation {
  assert.equal(result.outcome, "done", JSON.stringify(result));
  const { value } = result;
  assert.ok(isExplanation(value));
  return value;
}

function isExplanation(value: unknown): value is Explanation {
  return typeof value === "object" && value !== null && "verdict" in value && "steps" in value;
}

const blocking = ({ steps }: Explanation) =>
  steps
    .filter(({ verdict }) => verdict === "blocks")
    .map(({ kind, resource, code }) => [kind, resource, code].join(" ").trim());

describe("the ten applications that do not connect", () => {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
  });
  after(() => world.close());

  const explain = async (params: Readonly<Record<string, unknown>>) =>
    explanationOf(await world.run(explainReachability, params));

  const hub = fixedId("tgw", account, "hub");
  const reasons: readonly (readonly [string, string, readonly string[], object?])[] = [
    ["checkout", "checkout", [`returnRoute ${idIn("shop", "rtb", "caches")} NO_ROUTE_TO_DESTINATION`]],
    ["search", "search", [`sourceRoute ${idIn("search", "rtb", "main")} NO_ROUTE_TO_DESTINATION`]],
    [
      "loyalty",
      "loyalty",
      [
        `sourceRoute ${idIn("loyalty", "rtb", "main")} BAD_STATE_ROUTE`,
        `returnRoute ${idIn("shop", "rtb", "caches")} BAD_STATE_ROUTE`,
      ],
    ],
    [
      "warehouse",
      "warehouse",
      [
        `transitGateway ${fixedId("tgw-attach", hub, vpcId(account, region, "warehouse"))} TGW_ROUTE_AZ_RESTRICTION`,
      ],
    ],
    ["billing", "billing", [`transitGateway ${fixedId("tgw-rtb", hub, "isolated")} TGW_RTB_BAD_STATE_ROUTE`]],
    ["invoices", "invoices", [`name ${vpcId(account, region, "invoices")}`]],
    ["payments", "shop", [`sourceEgress ${idIn("shop", "sg", "")} ENI_SG_RULES_MISMATCH`]],
    ["reports", "shop", ["cacheIngress"], sessions],
    ["orders", "shop", [`sourceAclOut ${idIn("shop", "acl", "orders")} SUBNET_ACL_RESTRICTION`]],
    ["mobile-api", "shop", [`sourceAclIn ${idIn("shop", "acl", "mobile")} SUBNET_ACL_RESTRICTION`]],
  ];

  for (const [name, vpc, wanted, to = openTest] of reasons) {
    it(`finds what stops ${name}`, async () => {
      const explanation = await explain({ ...to, sourceNetworkInterfaceId: idIn(vpc, "eni", name) });
      assert.equal(explanation.verdict, "blocked");
      const found = blocking(explanation);
      assert.equal(found.length, wanted.length, found.join("; "));
      for (const [index, each] of wanted.entries()) {
        const [kind = "", resource = ""] = each.split(" ");
        const isGroup = resource.startsWith("sg-") || resource === "";
        assert.ok(found[index]?.startsWith(isGroup ? `${kind} sg-` : each), `${found[index]} is not ${each}`);
      }
    });
  }
});

const refused = (...actions: readonly string[]) =>
  actions.map((action) => ({ action, code: "UnauthorizedOperation" }));

describe("an explanation", () => {
  let world: CommandWorld;
  const begin = async (options: Parameters<typeof CommandWorld.start>[0] = {}) => {
    world = await CommandWorld.start(options);
  };
  afterEach(() => world.close());
  const run = (params: Readonly<Record<string, unknown>>, ui?: ScriptedUi) =>
    world.run(explainReachability, params, ui);
  const explain = async (params: Readonly<Record<string, unknown>>) => explanationOf(await run(params));
  const asked = () => world.sandbox.requests.map(({ action }) => action);
  const web = {
    sourceInstanceId: fixedId("i", fixedId("sg", account, region, shop, "web"), "0"),
  };

  it("says that a machine reaches every node, by its instance and by its address", async () => {
    await begin();
    for (const source of [web, { sourceAddress: "10.20.1.10" }]) {
      const explanation = await explain({ ...sessions, ...source });
      assert.equal(explanation.verdict, "reachable", JSON.stringify(explanation.steps));
      assert.equal(explanation.nodes?.length, 3);
      assert.deepEqual(
        explanation.nodes?.map(({ id }) => id),
        ["sessions-001", "sessions-002", "sessions-003"],
      );
      assert.ok(explanation.steps.some(({ kind, verdict }) => kind === "transport" && verdict === "notice"));
    }
  });

  it("asks 16 times at most in a VPC and over a peering connection, 24 over a transit gateway", async () => {
    await begin();
    for (const [source, most] of [
      [web, 16],
      [{ sourceNetworkInterfaceId: idIn("checkout", "eni", "checkout") }, 16],
      [{ sourceNetworkInterfaceId: idIn("search", "eni", "search") }, 16],
      [{ sourceNetworkInterfaceId: idIn("warehouse", "eni", "delivery") }, 24],
      [{ sourceNetworkInterfaceId: idIn("billing", "eni", "billing") }, 24],
    ] as const) {
      const before = asked().length;
      await explain({ ...openTest, ...source });
      const sent = asked().slice(before);
      assert.ok(sent.length <= most, `${sent.length}: ${sent.join(" ")}`);
    }
  });

  it("asks no more of a large region, whose lists are never read whole", async () => {
    await begin({ data: { scale: 500 } });
    const delivery = { sourceNetworkInterfaceId: idIn("warehouse", "eni", "delivery") };
    for (const [source, most] of [
      [web, 16],
      [delivery, 24],
    ] as const) {
      const started = asked().length;
      await explain({ ...openTest, ...source });
      const sent = asked().slice(started);
      assert.ok(sent.length <= most, `${sent.length}: ${sent.join(" ")}`);
    }
  });

  it("goes over a transit gateway and back", async () => {
    await begin();
    const explanation = await explain({
      ...openTest,
      sourceNetworkInterfaceId: idIn("warehouse", "eni", "delivery"),
    });
    assert.equal(explanation.verdict, "reachable", JSON.stringify(explanation.steps));
    assert.ok(explanation.steps.some(({ kind }) => kind === "transitGateway"));
  });

  const batchJobs = { sourceAddress: "10.30.1.10" };
  const analytics = { ...openTest, cacheId: "analytics" };

  it("reads another account's side with the profile that is known for it", async () => {
    await begin();
    await world.services.state.accounts.load({ profile: "sandbox-partner", region });
    const before = asked().length;
    const explanation = await explain({ ...analytics, ...batchJobs });
    assert.equal(explanation.verdict, "reachable", JSON.stringify(explanation.steps));
    assert.ok(explanation.steps.some(({ kind }) => kind === "peering"));
    const sent = asked().slice(before);
    assert.ok(sent.length <= 16, `${sent.length}: ${sent.join(" ")}`);
  });

  it("says what it would need to know of an account that nobody here reads", async () => {
    await begin();
    const explanation = await explain({ ...analytics, ...batchJobs });
    assert.equal(explanation.verdict, "unknown", JSON.stringify(explanation.steps));
    assert.ok(
      explanation.steps.some(({ text }) => text.includes("565419523791")),
      JSON.stringify(explanation),
    );
  });

  for (const action of [
    "DescribeNetworkInterfaces",
    "DescribeInstances",
    "DescribeSubnets",
    "DescribeRouteTables",
    "DescribeNetworkAcls",
    "DescribeVpcPeeringConnections",
  ]) {
    it(`names ec2:${action} where it is refused, and says reachable no more`, async () => {
      await begin({ faults: refused(action) });
      const source = { sourceNetworkInterfaceId: idIn("invoices", "eni", "invoices") };
      const isPeered = action === "DescribeVpcPeeringConnections";
      const explanation = await explain({ ...openTest, ...(isPeered ? source : web) });
      assert.notEqual(explanation.verdict, "reachable");
      const actions = explanation.steps.flatMap((step) => step.action ?? []);
      assert.ok(actions.includes(`ec2:${action}`), JSON.stringify(explanation.steps));
    });
  }

  it("reads the groups where their rules are refused, and names them where both are", async () => {
    await begin({ faults: refused("DescribeSecurityGroupRules") });
    assert.equal((await explain({ ...openTest, ...web })).verdict, "reachable");
    await world.close();
    await begin({ faults: refused("DescribeSecurityGroupRules", "DescribeSecurityGroups") });
    const explanation = await explain({ ...openTest, ...web });
    assert.equal(explanation.verdict, "unknown");
    assert.ok(explanation.steps.some((step) => step.action === "ec2:DescribeSecurityGroups"));
  });

  it("takes a group in a subnet for what is not there yet", async () => {
    await begin();
    const group = (name: string) => ({
      sourceSecurityGroupId: fixedId("sg", account, region, shop, name),
      sourceSubnetId: fixedId("subnet", shop, "10.20.1"),
    });
    assert.equal((await explain({ ...sessions, ...group("web") })).verdict, "reachable");
    assert.deepEqual(blocking(await explain({ ...sessions, ...group("reports") })).length, 1);
  });

  it("finds the interfaces of a serverless cache, each of its ports asked about", async () => {
    await begin();
    const storefront = { ...openTest, cacheKind: "serverless", cacheId: "storefront" };
    const reached = await explain({ ...storefront, ...web });
    assert.equal(reached.verdict, "reachable", JSON.stringify(reached.steps));
    assert.equal(reached.nodes?.length, 2);
    const workers = { sourceAddress: "10.20.2.10" };
    assert.equal((await explain({ ...storefront, ...workers, port: 6379 })).verdict, "reachable");
    const both = await explain({ ...storefront, ...workers });
    assert.equal(both.verdict, "blocked");
    assert.match(both.steps.find(({ verdict }) => verdict === "blocks")?.text ?? "", /6380/);
  });

  it("has no network steps for a public cache", async () => {
    await begin();
    const { verdict, steps } = await explain({
      ...openTest,
      ...{ cacheKind: "serverless", cacheId: "public-feed" },
      ...web,
    });
    assert.equal(verdict, "reachable");
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ["transport", "authentication"],
    );
  });

  it("blocks at the source what is not there, and the internet", async () => {
    await begin();
    for (const source of [
      { sourceNetworkInterfaceId: "eni-0123456789abcdef0" },
      { sourceInstanceId: "i-0123456789abcdef0" },
      { sourceAddress: "10.20.1.99" },
      { sourceAddress: "8.8.8.8" },
      { sourceAddress: "10.20.1.10", sourceSubnetId: "subnet-0123456789abcdef0" },
      { sourceSecurityGroupId: "sg-0123456789abcdef0", sourceSubnetId: fixedId("subnet", shop, "10.20.1") },
    ]) {
      const { verdict, steps } = await explain({ ...openTest, ...source });
      assert.equal(verdict, "blocked", JSON.stringify(source));
      assert.deepEqual(
        steps.filter((step) => step.verdict === "blocks").map(({ kind, code }) => [kind, code]),
        [["source", "NO_SOURCE_OR_DESTINATION"]],
      );
    }
  });

  it("refuses what is wrong, with its field, and sends nothing for it", async () => {
    await begin();
    for (const [params, field] of [
      [{ ...openTest, ...web, port: 6380 }, "port"],
      [{ ...openTest, ...web, port: "6379" }, "port"],
      [{ ...openTest, sourceNetworkInterfaceId: "eni-x" }, "sourceNetworkInterfaceId"],
      [{ ...openTest, sourceInstanceId: 7 }, "sourceInstanceId"],
      [{ ...openTest, sourceAddress: "10.20.1" }, "sourceAddress"],
      [{ ...openTest, sourceAddress: "10.20.1.1", sourceGatewayId: "nat-1" }, "sourceGatewayId"],
      [{ ...openTest, ...web, sourceAddress: "10.20.1.1" }, "sourceAddress"],
      [{ ...openTest, ...web, sourceSubnetId: "subnet-0123456789abcdef0" }, "sourceSubnetId"],
      [{ ...openTest, ...web, cacheKind: "table" }, "cacheKind"],
    ] as const) {
      const result = await run(params);
      assert.equal(result.outcome, "failed", JSON.stringify(params));
      assert.equal(result.outcome === "failed" && result.failure.kind, "invalidParameter");
      assert.equal(result.outcome === "failed" && result.failure.field, field);
    }
    assert.ok(asked().every((action) => action.startsWith("Describe")));
  });

  it("shows a page with what decides on top, and the way as a list", async () => {
    await begin();
    const ui = new ScriptedUi();
    await run({ ...openTest, sourceNetworkInterfaceId: idIn("checkout", "eni", "checkout") }, ui);
    const text = ui.shown.at(-1)?.text ?? "";
    assert.match(
      text,
      /^# eni-\w+ to open-test: blocked\n\n\*\*Route back: rtb-\w+ has no route for 10\.40\.1\.10\.\*\*/,
    );
    assert.match(text, /\n1\. passes · Source: /);
    assert.match(text, /BLOCKS · Route back: .*\[NO_ROUTE_TO_DESTINATION\]/);
    assert.match(text, /aws ec2 create-route --cli-input-json/);
    assert.match(text, /resource "aws_route" "way"/);
  });
});

describe("who can connect", () => {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
  });
  after(() => world.close());

  it("says of each source that the rules name what the network makes of it", async () => {
    const ui = new ScriptedUi();
    const result = await world.run(whoCanConnect, sessions, ui);
    assert.equal(result.outcome, "done", JSON.stringify(result));
    const { value } = result;
    assert.ok(Array.isArray(value));
    const group = (name: string) => fixedId("sg", account, region, shop, name);
    const verdicts = new Map(value.map((each) => [each.source, each.verdict]));
    assert.equal(verdicts.get(group("web")), "reachable");
    assert.equal(verdicts.get(group("workers")), "reachable");
    // A group that no machine has lets nobody in.
    assert.equal(verdicts.get(group("legacy-admin")), "blocked");
    // A rule for another port does not count.
    assert.equal(verdicts.get(group("bastion")), undefined);
    assert.deepEqual([...new Set(verdicts.values())].sort(), ["blocked", "reachable", "unknown"]);
    assert.match(ui.shown.at(-1)?.text ?? "", /^# Who can connect to sessions\n[\s\S]*1\. connects · sg-/);
  });

  it("says not known of everybody where interfaces are refused", async () => {
    world.sandbox.setFaults(refused("DescribeNetworkInterfaces"));
    const result = await world.run(whoCanConnect, sessions);
    world.sandbox.setFaults([]);
    assert.ok(Array.isArray(result.value));
    assert.deepEqual(
      result.value.map(({ verdict }) => verdict),
      ["unknown"],
    );
  });
});

describe("a cache that may not be read", () => {
  it("is not known, and names the permission", async () => {
    const world = await CommandWorld.start({ faults: refused("DescribeCacheClusters") });
    const explanation = explanationOf(
      await world.run(explainReachability, { ...openTest, sourceAddress: "10.20.1.10" }),
    );
    await world.close();
    assert.equal(explanation.verdict, "unknown");
    assert.deepEqual(
      explanation.steps.map(({ action }) => action),
      ["elasticache:DescribeCacheClusters"],
    );
  });
});
