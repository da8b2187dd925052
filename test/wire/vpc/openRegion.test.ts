import assert from "node:assert/strict";
import { CreateManagedPrefixListCommand, EC2Client } from "@aws-sdk/client-ec2";
import { refreshTarget } from "../../../src/store/refreshTarget";
import { tooltipOf } from "../../../src/tree/onDemand";
import { readRows, type TreeRow } from "../../../src/tree/readTree";
import { RegionRow } from "../../../src/tree/regionRow";
import { rootRows } from "../../../src/tree/roots";
import type { Row } from "../../../src/tree/row";
import { startVpcWorld, type VpcWorld, vpc } from "./vpcWorld";

const classicCalls = ["DescribeCacheSecurityGroups"];
const cacheCalls = ["DescribeCacheClusters", "DescribeReplicationGroups", "DescribeServerlessCaches"];
const ec2Calls = [
  "DescribeSecurityGroups",
  "DescribeSecurityGroupRules",
  "DescribeStaleSecurityGroups",
  "DescribeNetworkInterfaces",
  "DescribeManagedPrefixLists",
];

describe("opening a region", () => {
  let world: VpcWorld;
  beforeEach(async () => {
    world = await startVpcWorld();
    await world.state.profiles.config();
  });
  afterEach(() => world.close());

  /** What VS Code asks for when somebody opens the region: the rows that open by themselves, and nothing below. */
  async function open(): Promise<void> {
    const region = regionRow();
    await region.load?.();
    for (const section of region.children?.() ?? []) {
      await section.load?.();
      await section.whatFollows?.();
    }
  }
  const regionRow = (): Row => {
    const profile = rootRows(world.state).find(({ params }) => params.profile === vpc.profile);
    const [region] = profile?.children?.() ?? [];
    assert.ok(region instanceof RegionRow);
    return region;
  };
  const caches = (): readonly TreeRow[] => {
    const section = (regionRow().children?.() ?? []).find(({ kind }) => kind === "caches");
    return (section?.children?.() ?? []).map((row) => {
      const { label, description, contextValue } = row.item();
      return { id: row.id, label, description, contextValue };
    });
  };
  const section = () => {
    const row = (regionRow().children?.() ?? []).find(({ kind }) => kind === "caches");
    return row?.item() ?? assert.fail("no caches");
  };
  const refuse = (...actions: readonly string[]) =>
    world.sandbox.setFaults(actions.map((action) => ({ action, code: "UnauthorizedOperation" })));
  const asked = () => world.sandbox.requests.map(({ action }) => action);
  /** What stands before the engine in each cache's description. */
  const beginnings = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      caches().map(({ label, description }) => [
        label,
        description.replace(/(?:^| · )(?:valkey|redis|memcached) · .*$/, ""),
      ]),
    );

  it("tells of each cache, closed as it is, whether it is open", async () => {
    await open();
    const { analytics, sessions, ...others } = beginnings();
    assert.equal(others["open-test"], "open · no AUTH");
    assert.equal(others["public-feed"], "public");
    assert.equal(analytics, "no AUTH");
    assert.equal(sessions, "");
  });

  it("costs one request for each list, and at most five of EC2 beside those for prefix lists on a port", async () => {
    await open();
    const ec2 = asked().filter(
      (action) => ![...classicCalls, ...cacheCalls, "GetCallerIdentity"].includes(action),
    );
    assert.deepEqual(
      ec2.filter((action) => action !== "GetManagedPrefixListEntries" && !/User/.test(action)).sort(),
      [
        "DescribeManagedPrefixLists",
        "DescribeNetworkInterfaces",
        "DescribeSecurityGroupRules",
        "DescribeSecurityGroups",
        "DescribeStaleSecurityGroups",
      ],
    );
    assert.equal(ec2.filter((action) => action === "GetManagedPrefixListEntries").length, 1);
    for (const action of [...classicCalls, ...cacheCalls, "GetCallerIdentity"]) {
      assert.equal(asked().filter((each) => each === action).length, 1, action);
    }
    // Everything below is there by now: nothing is asked twice.
    const before = asked().length;
    await readRows([regionRow()], true);
    assert.deepEqual(asked().slice(before), []);
  });

  it("says not known where the rules are refused, and which permission is missing", async () => {
    refuse("DescribeSecurityGroupRules", "DescribeSecurityGroups");
    await open();
    const { "public-feed": open1, ...others } = beginnings();
    assert.equal(open1, "public");
    assert.deepEqual(new Set(Object.values(others)), new Set(["not known"]));
    const section = (regionRow().children?.() ?? []).find(({ kind }) => kind === "caches");
    const [row] = section?.children?.() ?? [];
    assert.match((row && tooltipOf(world.state, row)) ?? "", /ec2\\:DescribeSecurityGroupRules/);
    assert.ok(world.log.some((line) => /DescribeSecurityGroupRules.*UnauthorizedOperation/.test(line)));
  });

  for (const code of ["@hang", "@reset", "@html", "Throttling", "InternalFailure", "ExpiredToken"]) {
    it(`comes to an end with not known where EC2 answers ${code}, and says open when asked again`, async () => {
      await world.close();
      world = await startVpcWorld({}, 1);
      await world.state.profiles.config();
      world.sandbox.setFaults(ec2Calls.map((action) => ({ action, code })));
      await open();
      assert.equal(beginnings()["open-test"], "not known");
      assert.equal(section().description, "1 public · 9 not known · 10 in all");
      world.sandbox.setFaults([]);
      await refreshTarget(world.state, vpc);
      await world.state.vpc.check(vpc);
      assert.equal(beginnings()["open-test"], "open · no AUTH");
      assert.equal(section().description, "1 open · 1 public · 10 in all");
    });
  }

  it("does not ask for the entries of a prefix list that no rule on a cache's port names", async () => {
    const { endpoint, region, profiles } = world.sandbox;
    const keys = profiles.find(({ name }) => name === vpc.profile) ?? assert.fail();
    const client = new EC2Client({ endpoint, region, credentials: keys });
    const { PrefixList } = await client.send(
      new CreateManagedPrefixListCommand({
        PrefixListName: "elsewhere",
        AddressFamily: "IPv4",
        MaxEntries: 5,
        Entries: [{ Cidr: "0.0.0.0/0" }],
      }),
    );
    client.destroy();
    await world.state.vpc.load(vpc);
    const groups = world.state.vpc.knownGroups(vpc);
    const shared = groups.find(({ name }) => name === "sessions-cache") ?? assert.fail();
    const made = await world.aws.authorizeVpcIngress(vpc, {
      groupId: shared.id,
      rules: [
        {
          source: { kind: "prefixList", prefixListId: PrefixList?.PrefixListId ?? "" },
          protocol: "tcp",
          fromPort: 22,
          toPort: 22,
        },
      ],
    });
    assert.ok(made.ok, JSON.stringify(made));
    const before = asked().length;
    await world.state.vpc.refresh(vpc);
    await world.state.vpc.loadFacts(vpc);
    const entries = asked()
      .slice(before)
      .filter((action) => action === "GetManagedPrefixListEntries");
    assert.equal(entries.length, 1);
  });

  it("sends nothing of EC2 where no cache is in a VPC", async () => {
    refuse();
    world.sandbox.setFaults(cacheCalls.map((action) => ({ action, code: "AccessDenied" })));
    await open();
    assert.deepEqual(
      asked().filter((action) => /SecurityGroup(?:s|Rules)$|Interfaces|Prefix/.test(action)),
      classicCalls,
    );
  });

  it("says once what fails for the whole target, and each section again once it works", async () => {
    const kinds = async () => {
      const [region] = await readRows([regionRow()], true);
      return (region?.children ?? []).map(({ contextValue }) => contextValue);
    };
    world.sandbox.setFaults([{ action: "*", code: "InvalidClientTokenId" }]);
    assert.deepEqual(await kinds(), ["failure.credentials"]);
    const [failure] = regionRow().children?.() ?? [];
    assert.equal(failure?.item().label, "Access key not accepted");
    world.sandbox.setFaults([]);
    await refreshTarget(world.state, vpc);
    assert.deepEqual(await kinds(), ["caches", "cacheSecurityGroups.unavailable"]);
    world.sandbox.setFaults([{ action: "*", code: "@reset" }]);
    await refreshTarget(world.state, { ...vpc, profile: "sandbox-classic" });
    const classic = rootRows(world.state).find(({ params }) => params.profile === "sandbox-classic");
    const rows = await readRows(classic?.children?.() ?? [], true);
    assert.deepEqual(
      rows[0]?.children?.map(({ contextValue }) => contextValue),
      ["failure.network"],
    );
  });

  it("says twice what failed in two ways", async () => {
    world.sandbox.setFaults([
      { action: "DescribeCacheSecurityGroups", code: "Throttling" },
      ...cacheCalls.map((action) => ({ action, code: "AccessDenied" })),
    ]);
    const [region] = await readRows([regionRow()], true);
    const below = region?.children?.map(({ children }) => children?.map(({ contextValue }) => contextValue));
    assert.deepEqual(below, [
      ["failure.throttled"],
      ["failure.accessDenied", "failure.accessDenied", "failure.accessDenied"],
    ]);
  });

  it("puts the caches first where cache security groups are retired, and closes those", async () => {
    await open();
    const rows = (regionRow().children?.() ?? []).map((row) => row.item());
    assert.deepEqual(
      rows.map(({ label, description, open: isOpen }) => [label, description, isOpen]),
      [
        ["Caches", "1 open · 1 public · 10 in all", "expanded"],
        ["Cache security groups", "retired by AWS", "collapsed"],
      ],
    );
    // The profile's only region: opening the one is opening the other.
    assert.equal(regionRow().item().open, "expanded");
  });
});
