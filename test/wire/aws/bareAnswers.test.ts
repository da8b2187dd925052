import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/outcome";
import { ec2Result, type FakeAws, result, startFakeAws, xml } from "./support/fakeAws";
import { failureIn, makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "dev", region: "us-west-2" };

type Value = string | Fields | readonly Fields[];
/** An entry as the wire has it, by the names of its fields. A text may be XML; the entries of a list have one name. */
type Fields = { readonly [name: string]: Value };

function written(value: Value, item: string): string {
  if (typeof value === "string") {
    return value;
  }
  return isList(value)
    ? value.map((each) => `<${item}>${written(each, item)}</${item}>`).join("")
    : Object.entries(value)
        .map(([name, each]) => `<${name}>${written(each, item)}</${name}>`)
        .join("");
}

function isList(value: Value): value is readonly Fields[] {
  return Array.isArray(value);
}

interface Case {
  readonly action: string;
  /** The element of the list, and that of each entry. */
  readonly list: readonly [string, string];
  readonly ask: (world: World) => Promise<Outcome<unknown>>;
  /** An entry with nothing but its name, and what that comes to. */
  readonly bare: Fields;
  readonly is: unknown;
  /** What such an entry may have besides, and what it comes to then. */
  readonly more?: readonly (readonly [Fields, unknown])[];
}

const none = { endpoints: [], status: "", networkType: "ipv4" };
const endpoint = { Address: "a.example", Port: "6379" };
const at = (role: string) => ({ role, address: "a.example", port: 6379 });
const content = { id: undefined, groupId: "sg-1", tags: {}, protocol: "-1" };
const permission = (fields: Fields) => ({
  groupId: "sg-1",
  ipPermissions: [{ ipProtocol: "-1", ...fields }],
});

const cases: readonly Case[] = [
  {
    action: "DescribeCacheClusters",
    list: ["CacheClusters", "CacheCluster"],
    ask: ({ aws }) => aws.listCacheClusters(target),
    bare: { CacheClusterId: "one" },
    is: {
      ...{ ...none, id: "one", engine: "", engineVersion: "", securityGroups: [] },
      ...{ cacheSecurityGroups: [], encryptionInTransit: "none" },
    },
    more: [
      [
        { CacheClusterId: "one", Engine: "memcached" },
        {
          ...{ ...none, id: "one", engine: "memcached", engineVersion: "", securityGroups: [] },
          ...{ cacheSecurityGroups: [], encryptionInTransit: "none", authToken: false },
        },
      ],
      [
        {
          ...{ CacheClusterId: "one", ReplicationGroupId: "group", ARN: "arn:x", NetworkType: "ipv6" },
          SecurityGroups: [{ SecurityGroupId: "sg-1" }, { Status: "active" }],
          CacheNodes: "<CacheNode><Endpoint><Port>6379</Port></Endpoint></CacheNode><CacheNode/>",
          ...{ TransitEncryptionEnabled: "true", AuthTokenEnabled: "true" },
          ConfigurationEndpoint: endpoint,
        },
        {
          ...{ id: "one", arn: "arn:x", engine: "", engineVersion: "", status: "" },
          ...{ replicationGroupId: "group", endpoints: [at("configuration")], networkType: "ipv6" },
          ...{ securityGroups: [{ id: "sg-1", status: "" }], cacheSecurityGroups: [] },
          ...{ encryptionInTransit: "required", authToken: true },
        },
      ],
    ],
  },
  {
    action: "DescribeReplicationGroups",
    list: ["ReplicationGroups", "ReplicationGroup"],
    ask: ({ aws }) => aws.listReplicationGroups(target),
    bare: { ReplicationGroupId: "one" },
    is: {
      ...{ ...none, id: "one", members: [] },
      ...{ encryptionInTransit: "none", userGroupIds: [] },
    },
    more: [
      [
        {
          ...{ ReplicationGroupId: "one", Engine: "valkey", ClusterEnabled: "true" },
          ...{ TransitEncryptionEnabled: "true", TransitEncryptionMode: "preferred" },
          GlobalReplicationGroupInfo: { GlobalReplicationGroupId: "all" },
          NodeGroups:
            "<NodeGroup><NodeGroupMembers><NodeGroupMember/></NodeGroupMembers></NodeGroup><NodeGroup/>",
          ConfigurationEndpoint: { Address: "a.example" },
        },
        {
          ...{ ...none, id: "one", engine: "valkey", members: [], clusterMode: true },
          ...{ encryptionInTransit: "preferred", userGroupIds: [] },
          globalDatastore: { id: "all", role: "" },
        },
      ],
    ],
  },
  {
    action: "DescribeServerlessCaches",
    list: ["ServerlessCaches", "member"],
    ask: ({ aws }) => aws.listServerlessCaches(target),
    bare: { ServerlessCacheName: "one" },
    is: {
      ...{ ...none, name: "one", engine: "", engineVersion: "" },
      ...{ securityGroupIds: [], subnetIds: [], userGroupIds: [] },
    },
    more: [
      [
        {
          ...{ ServerlessCacheName: "one", MajorEngineVersion: "8", UserGroupId: "ops" },
          ReaderEndpoint: endpoint,
        },
        {
          ...{ ...none, name: "one", engine: "", engineVersion: "8", endpoints: [at("reader")] },
          ...{ securityGroupIds: [], subnetIds: [], userGroupIds: ["ops"] },
        },
      ],
    ],
  },
  {
    action: "DescribeUsers",
    list: ["Users", "member"],
    ask: ({ aws }) => aws.listUsers(target),
    bare: { UserId: "one" },
    is: { id: "one", name: "", accessString: "", authentication: "", userGroupIds: [] },
  },
  {
    action: "DescribeUserGroups",
    list: ["UserGroups", "member"],
    ask: ({ aws }) => aws.listUserGroups(target),
    bare: { UserGroupId: "one" },
    is: { id: "one", userIds: [] },
  },
  {
    action: "DescribeManagedPrefixLists",
    list: ["prefixListSet", "item"],
    ask: ({ aws }) => aws.listPrefixLists(target),
    bare: { prefixListId: "pl-1" },
    is: { id: "pl-1", name: "", ownerId: "", family: "" },
    more: [
      [
        { prefixListId: "pl-1", maxEntries: "0", addressFamily: "IPv4" },
        { id: "pl-1", name: "", ownerId: "", family: "IPv4", maxEntries: 0 },
      ],
    ],
  },
  {
    action: "DescribeSecurityGroups",
    list: ["securityGroupInfo", "item"],
    ask: ({ aws }) => aws.describeVpcPermissions(target, ["sg-1"]),
    bare: { groupId: "sg-1", ipPermissions: [{}] },
    is: { ...content, source: { kind: "unknown" } },
    more: [
      [
        permission({ ipRanges: [{ description: "why" }] }),
        { ...content, source: { kind: "unknown" }, description: "why" },
      ],
      [
        permission({ ipRanges: [{ cidrIp: "10.0.0.0/8" }] }),
        { ...content, source: { kind: "cidrIp", cidr: "10.0.0.0/8" } },
      ],
      [permission({ ipv6Ranges: [{}] }), { ...content, source: { kind: "unknown" } }],
      [
        permission({ ipv6Ranges: [{ cidrIpv6: "::/0" }] }),
        { ...content, source: { kind: "cidrIpv6", cidr: "::/0" } },
      ],
      [permission({ prefixListIds: [{}] }), { ...content, source: { kind: "unknown" } }],
      [
        permission({ prefixListIds: [{ prefixListId: "pl-1" }] }),
        { ...content, source: { kind: "prefixList", prefixListId: "pl-1" } },
      ],
      [permission({ groups: [{}] }), { ...content, source: { kind: "unknown" } }],
      [
        permission({ groups: [{ groupId: "sg-2" }] }),
        { ...content, source: { kind: "securityGroup", groupId: "sg-2" } },
      ],
      [
        permission({ groups: [{ groupId: "sg-2", userId: "1", vpcId: "vpc-1", peeringStatus: "active" }] }),
        {
          ...content,
          source: {
            ...{ kind: "securityGroup", groupId: "sg-2" },
            ...{ ownerId: "1", vpcId: "vpc-1", peeringStatus: "active" },
          },
        },
      ],
    ],
  },
  {
    action: "DescribeSecurityGroupRules",
    list: ["securityGroupRuleSet", "item"],
    ask: ({ aws }) => aws.describeVpcRules(target, ["sg-1"]),
    bare: { securityGroupRuleId: "sgr-1", groupId: "sg-1" },
    is: { ...content, id: "sgr-1", source: { kind: "unknown" } },
    more: [
      [
        {
          ...{ securityGroupRuleId: "sgr-1", groupId: "sg-1", description: "why" },
          ...{ referencedGroupInfo: { vpcId: "vpc-1" }, tagSet: [{ key: "team" }, {}] },
        },
        {
          ...content,
          id: "sgr-1",
          source: { kind: "unknown" },
          description: "why",
          tags: { team: "", "": "" },
        },
      ],
      [
        { securityGroupRuleId: "sgr-1", groupId: "sg-1", referencedGroupInfo: { groupId: "sg-2" } },
        { ...content, id: "sgr-1", source: { kind: "securityGroup", groupId: "sg-2" } },
      ],
    ],
  },
];

describe("entries of a list with less in them than there may be", () => {
  let fake: FakeAws;
  let world: World;
  let inner = "";

  before(async () => {
    fake = await startFakeAws(({ action }, response) => {
      const isEc2 = cases.some((each) => each.action === action && each.list[0].endsWith("Set"));
      xml(
        response,
        isEc2 || action === "DescribeSecurityGroups" ? ec2Result(action, inner) : result(action, inner),
      );
    });
    world = await makeWorld(
      `[profile dev]\nendpoint_url = ${fake.url}\n`,
      "[dev]\naws_access_key_id = AKIA\naws_secret_access_key = other-secret\n",
    );
  });
  after(async () => {
    await world.close();
    await fake.close();
  });

  const answer = ([list, entry]: Case["list"], fields: Fields) => {
    inner = `<${list}><${entry}>${written(fields, entry === "item" ? "item" : "member")}</${entry}></${list}>`;
  };

  for (const { action, list, ask, bare, is, more = [] } of cases) {
    for (const [fields, entry] of [[bare, is] as const, ...more]) {
      it(`are read as they are: ${action} ${JSON.stringify(fields)}`, async () => {
        answer(list, fields);
        assert.deepEqual(valueIn(await ask(world)), [entry]);
      });
    }

    it(`are none of the API's without a name: ${action}`, async () => {
      answer(list, { Unheard: "of" });
      assert.equal(failureIn(await ask(world)).kind, "protocol");
    });
  }
});
