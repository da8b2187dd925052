import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Failure } from "../../../src/core/failures/failures";
import { failed, succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import { inMemoryProfile } from "../../../src/profiles/inMemoryProfiles";
import type { State } from "../../../src/store/state";
import { readRows } from "../../../src/tree/readTree";
import { rootRows } from "../../../src/tree/roots";
import { type Row, type RowKind, rowKinds, rowsBelow } from "../../../src/tree/row";
import { sendingItem } from "../../../src/tree/sendingItem";
import { narrow } from "../../support/narrowView";
import { cluster, group, rule } from "../support/account";
import { ChangedAccount } from "../support/accountServices";

const owner = "565419523791";
const [stale, foreign, nameless] = ["sg-0d15a0bdcb4f55efa", "sg-0a15a0bdcb4f55efa", "sg-0c15a0bdcb4f55efa"];
const list = "pl-0d15a0bdcb4f55efa";

const rules: readonly Rule[] = [
  { ...rule("sg-a"), id: "sgr-1", source: { kind: "cidrIp", cidr: "0.0.0.0/0" } },
  { ...rule("sg-a"), id: "sgr-2", source: { kind: "cidrIpv6", cidr: "::/0" } },
  {
    ...rule("sg-a"),
    id: "sgr-3",
    source: { kind: "securityGroup", groupId: stale, ownerId: owner, peeringStatus: "deleted" },
  },
  { ...rule("sg-a"), id: "sgr-4", source: { kind: "securityGroup", groupId: foreign, ownerId: owner } },
  {
    ...rule("sg-a"),
    id: "sgr-5",
    source: { kind: "securityGroup", groupId: nameless, peeringStatus: "deleted" },
  },
  { ...rule("sg-a"), id: "sgr-6", source: { kind: "unknown" } },
  { ...rule("sg-a"), id: "sgr-7", source: { kind: "prefixList", prefixListId: list } },
  { ...rule("sg-a", "sg-idle"), id: "sgr-8" },
  { ...rule("sg-a"), id: "sgr-9", fromPort: 22, toPort: 22 },
  { ...rule("sg-b"), id: "sgr-10", source: { kind: "cidrIp", cidr: "10.0.0.0/8" } },
  { ...rule("sg-d"), id: "sgr-11", fromPort: 22, toPort: 22 },
];

const names = new Map([
  ["sg-a", "open-cache"],
  ["sg-b", "shared"],
  ["sg-d", "page-cache"],
  ["sg-e", "new-cache"],
  ["sg-idle", "legacy-admin"],
  ["sg-source", "web"],
]);

/** An account in which everything is out of the ordinary. */
async function account(refusal?: Failure): Promise<State> {
  const made = new ChangedAccount();
  const classic = { cacheSecurityGroups: ["sessions"], securityGroups: [] };
  made.clusters = succeeded([
    cluster("open-test", ["sg-a"]),
    cluster("ledger", ["sg-b", "sg-d", "sg-e"]),
    cluster("new", [], { status: "creating", endpoints: [] }),
    cluster("old", [], classic),
  ]);
  made.replicationGroups = failed({
    kind: "accessDenied",
    message: "May not",
    action: "elasticache:DescribeReplicationGroups",
  });
  made.serverless = succeeded([
    {
      name: "public-feed",
      engine: "valkey",
      engineVersion: "8.0",
      status: "available",
      endpoints: [{ role: "serverless", address: "feed.public.serverless.example", port: 6379 }],
      securityGroupIds: [],
      userGroupIds: [],
      networkType: "ipv4",
    },
  ]);
  made.groups = async (ids) =>
    succeeded(
      ids.flatMap((id) => {
        const name = names.get(id);
        const tags = { "aws:cloudformation:stack-name": "cache" };
        return name === undefined ? [] : [{ ...group(id), name, tags: id === "sg-b" ? tags : {} }];
      }),
    );
  made.rules = async (ids) => succeeded(rules.filter(({ groupId }) => ids.includes(groupId)));
  made.interfaces = { counts: new Map([["sg-idle", 0]]), complete: true };
  made.cacheSecurityGroups = ["mygroup", "empty"].map((name) => ({
    name,
    description: "My security group",
    ownerId: "111122223333",
    grants:
      name === "empty"
        ? []
        : [
            { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: owner, status: "authorized" },
            { ec2SecurityGroupName: "jobs", ec2SecurityGroupOwnerId: owner, status: "authorizing" },
          ],
  }));
  made.refusal = refusal && failed(refusal);
  const { state } = made.services().services;
  state.profiles.setInMemory("test", [
    inMemoryProfile("team-dev", "files", { region: "us-west-2" }),
    inMemoryProfile("team-bare", "files", {}),
  ]);
  await readRows(rootRows(state), true);
  return state;
}

interface Standing {
  readonly row: Row;
  readonly depth: number;
}

function below(rows: readonly Row[], depth = 0): readonly Standing[] {
  return rows.flatMap((row) => [{ row, depth }, ...below(rowsBelow(row), depth + 1)]);
}

/**
 * What is to be seen of rows, by their kinds and labels, which make it as hard as the names of most people do. Of a kind
 * that is not named here, or that does not stand there, the test fails.
 */
const seen: Readonly<Record<RowKind, Readonly<Record<string, RegExp>>>> = {
  profileGroup: { team: /^team {2}1 open/ },
  profile: { "team-dev": /^team-dev {2}1 open$/ },
  region: { "us-west-2": /^us-west-2 {2}US West/ },
  chooseRegions: { "Choose regions…": /^Choose regions…/ },
  cacheSecurityGroups: {
    "Cache security groups": /^(?:Cache security groups {2}2$|Retired by AWS {2}cache)/,
  },
  cacheSecurityGroup: { empty: /lets nobody in ·/, mygroup: /lets in 2 ·/ },
  grant: { web: /^web {2}authorized · /, jobs: /^jobs {2}authorizing · / },
  caches: { Caches: /^Caches {2}incomplete · 1 op/ },
  cache: {
    "open-test": /^open-test {2}open · no/,
    ledger: /no AUTH ·/,
    "public-feed": /public ·/,
    new: /not known ·/,
  },
  vpcSecurityGroup: { "open-cache": /open ·/, shared: /CloudFormat/ },
  rule: {
    "0.0.0.0/0": /open, no/,
    "::/0": /no effect:/,
    "10.0.0.0/8": /wide:/,
    [`${owner}/${stale}`]: /^565419523791 {2}stale/,
    [`${owner}/${foreign}`]: /^565419523791\/sg-/,
    [nameless]: /^sg-0c15a0bd… {2}stale/,
    "Source of a kind not known here": /^Source not known {2}n/,
    "legacy-admin": /^legacy-admin {2}nobod/,
  },
  otherRules: { "Not on port 6379": /^Not on port 6379 {2}1/ },
  publicAccess: { "Anyone on the internet": /^Anyone on the internet/ },
  note: {
    "Lets nobody in": /^Lets nobody in {2}no/,
    "VPC groups not known": /^VPC groups not known/,
    sessions: /^sessions {2}cache secur/,
    "2 not shown": /^2 not shown {2}Show All/,
  },
  failure: {
    "You may not do elasticache:DescribeReplicationGroups": /^Denied: DescribeRepl/,
    "Retired by AWS": /^Retired by AWS$/,
  },
};

describe("a row in a side bar of 250 pixels", () => {
  let standing: readonly Standing[] = [];
  before(async () => {
    const retired: Failure = { kind: "classicRetired", message: "Not permitted" };
    const states = [await account(), await account(retired)];
    standing = states.flatMap((state) => {
      const settings = { ...state.settings(), groupProfiles: "name" } as const;
      const grouped = rootRows({ ...state, settings: () => settings });
      return [
        ...below([...rootRows(state), ...rootRows({ ...state, onlyOpen: () => true })]),
        ...grouped.map((row) => ({ row, depth: 0 })),
      ];
    });
  });

  for (const kind of rowKinds) {
    it(`of kind ${kind} shows the fact of it`, () => {
      const all = standing.filter(({ row }) => row.kind === kind);
      assert.ok(Object.keys(seen[kind]).length > 0);
      for (const [label, expected] of Object.entries(seen[kind])) {
        const some = all.filter(({ row }) => row.item().label === label);
        assert.ok(some.length > 0, `${label} of ${all.map(({ row }) => row.item().label).join(", ")}`);
        for (const { row, depth } of some) {
          assert.match(narrow(row.item(), depth), expected);
        }
      }
    });
  }

  it("says first that something of it is being sent", () => {
    const all = standing.filter(({ row }) => row.kind === "rule" || row.kind === "cacheSecurityGroup");
    for (const { row } of all) {
      const { label, description, inView } = sendingItem(row.item());
      assert.match(inView?.description ?? description, /^sending… · /);
      assert.equal(label, row.item().label);
    }
  });

  it("names a failure of the whole target whole", () => {
    const catalogue: readonly { readonly failure: Failure }[] = JSON.parse(
      readFileSync("test/wire/failures/catalogue.json", "utf8"),
    );
    const labels = [
      ...catalogue.flatMap(({ failure }) => failure.label ?? []),
      ...["Access key not accepted", "Saved sign-in unreadable", "Sign-in not renewable"],
      ...["Region not enabled", "Throttled by AWS", "Not an answer of AWS", "Proxy wants a password"],
    ];
    for (const label of labels) {
      assert.equal(narrow({ label, description: "" }, 2), label);
    }
  });
});
