import assert from "node:assert/strict";
import { accessMap } from "../../../../src/core/map/accessMap";
import { CellIndex } from "../../../../src/core/map/cellIndex";
import { cacheOf, ruleFrom } from "../../../support/caches";
import { factsFrom, type GivenFacts, vpcGroupOf } from "../../../support/mapFacts";

const now = "2026-11-26T12:00:00.000Z";

/** What the map says, as `source > cache: state word`, of the cells that it has and the columns' own word. */
function said(...facts: readonly GivenFacts[]): readonly string[] {
  const { data } = accessMap(facts.map(factsFrom), [], now);
  const index = new CellIndex(data);
  return [
    ...data.rows.flatMap((row, at) =>
      data.columns.flatMap((column, place) => {
        const { state, word } = index.at(at, place);
        return `${row.label} > ${column.label}: ${state} ${word}`;
      }),
    ),
    ...data.columns.map(({ label, otherwise }) => `otherwise > ${label}: ${otherwise}`),
  ];
}

describe("the access map", () => {
  it("has a source for each that rules name, with the ports it reaches", () => {
    const caches = [cacheOf("one"), cacheOf("two", { ports: [6379, 6380] })];
    const rules = { "sg-1": [ruleFrom("sg-9", 6379, 6380), ruleFrom("10.0.0.0/8")] };
    assert.deepEqual(said({ caches, rules, vpcGroups: [vpcGroupOf("sg-9", "web")] }), [
      "web > one: reaches 6379",
      "web > two: reaches 6379, 6380",
      "10.0.0.0/8 > one: reaches 6379",
      "10.0.0.0/8 > two: reaches 6379",
      "otherwise > one: no",
      "otherwise > two: no",
    ]);
  });

  it("has everybody as a source of its own, by one rule or by several together", () => {
    const caches = [cacheOf("one"), cacheOf("two", { securityGroups: [{ id: "sg-2", status: "active" }] })];
    const rules = {
      "sg-1": [ruleFrom("0.0.0.0/0")],
      "sg-2": ["0.0.0.0/1", "128.0.0.0/1"].map((block) => ruleFrom(block, 6379, 6379, "tcp", "sg-2")),
    };
    assert.deepEqual(said({ caches, rules }).slice(0, 6), [
      "Whatever can route to the VPC > one: open open",
      "Whatever can route to the VPC > two: open open",
      "0.0.0.0/1 > one: no no",
      "0.0.0.0/1 > two: reaches 6379",
      "128.0.0.0/1 > one: no no",
      "128.0.0.0/1 > two: reaches 6379",
    ]);
  });

  it("has the internet as a source of its own, for a public cache", () => {
    const caches = [cacheOf("one", { kind: "serverless", isPublic: true })];
    assert.deepEqual(said({ caches }), [
      "Anyone on the internet > one: public public",
      "otherwise > one: no",
    ]);
  });

  it("says no only of what was read", () => {
    const caches = [
      cacheOf("unread"),
      cacheOf("unknown", { securityGroups: undefined }),
      cacheOf("closed", { securityGroups: [{ id: "sg-2", status: "active" }] }),
    ];
    const rules = { "sg-2": [] };
    const answers = (isReading: boolean) => said({ caches, rules, isReading });
    assert.deepEqual(answers(false), [
      "Whatever can route to the VPC > unread: notKnown not known",
      "Whatever can route to the VPC > unknown: notKnown not known",
      "Whatever can route to the VPC > closed: no no",
      "otherwise > unread: notKnown",
      "otherwise > unknown: notKnown",
      "otherwise > closed: no",
    ]);
    assert.ok(answers(true).includes("otherwise > unread: checking"));
  });

  it("tells of references that are stale, of rules that expire, and of what is on its way", () => {
    const stale = ruleFrom("sg-7");
    const source = { kind: "securityGroup", groupId: "sg-7", peeringStatus: "deleted" } as const;
    const until = (expires: string) => ({ tags: { "elasticache-access:expires": expires } });
    const rules = {
      "sg-1": [
        { ...stale, source },
        { ...ruleFrom("sg-5"), ...until("2026-11-26T14:30:00Z") },
        { ...ruleFrom("sg-6"), ...until("2026-11-30T14:30:00Z") },
        { ...ruleFrom("sg-8"), ...until("2026-11-26T11:30:00Z") },
      ],
      "sg-2": [ruleFrom("sg-5", 6379, 6379, "tcp", "sg-2")],
    };
    const caches = [
      cacheOf("one"),
      cacheOf("two", { securityGroups: [{ id: "sg-2", status: "adding" }] }),
      cacheOf("three", { securityGroups: [{ id: "sg-2", status: "removing" }] }),
    ];
    const cells = said({ caches, rules }).filter((cell) => !/: no no$|otherwise/.test(cell));
    assert.deepEqual(cells, [
      "sg-7 > one: stale stale",
      "sg-5 > one: expiring expires 14:30 UTC",
      "sg-5 > two: changing adding",
      "sg-6 > one: expiring expires 2026-11-30",
      "sg-8 > one: expiring expired",
    ]);
  });

  it("has the grants of the first generation, for their groups and for the caches that are in those", () => {
    const grant = (name: string, status: string) => ({
      ec2SecurityGroupName: name,
      ec2SecurityGroupOwnerId: "565419523791",
      status,
    });
    const groups = [
      {
        name: "mygroup",
        description: "",
        ownerId: "123456781234",
        grants: [grant("default", "authorized"), grant("web", "authorizing"), grant("odd", "pondering")],
      },
    ];
    const classic = { securityGroups: [], cacheSecurityGroups: ["mygroup"] };
    const caches = [cacheOf("old", classic), cacheOf("lost", { ...classic, cacheSecurityGroups: ["other"] })];
    assert.deepEqual(said({ groups, caches }), [
      "default > mygroup: reaches authorized",
      "default > old: reaches authorized",
      "default > lost: notKnown not known",
      "web > mygroup: changing authorizing",
      "web > old: changing authorizing",
      "web > lost: notKnown not known",
      "odd > mygroup: notKnown pondering",
      "odd > old: notKnown pondering",
      "odd > lost: notKnown not known",
      "otherwise > mygroup: no",
      "otherwise > old: no",
      "otherwise > lost: notKnown",
    ]);
  });

  it("tells of grants that end, where this machine remembers it, in their groups and in the caches in those", () => {
    const grants = ["web", "worker"].map((ec2SecurityGroupName) => ({
      ...{ ec2SecurityGroupName, ec2SecurityGroupOwnerId: "565419523791", status: "authorized" },
    }));
    const groups = [{ name: "mygroup", description: "", ownerId: "123456781234", grants }];
    const caches = [cacheOf("old", { securityGroups: [], cacheSecurityGroups: ["mygroup"] })];
    const end = { at: Date.parse("2026-11-26T14:30:00Z"), by: "sweep" } as const;
    const facts = {
      ...{ groups, caches },
      endOfGrant: (
        group: string,
        { ec2SecurityGroupName: name }: { readonly ec2SecurityGroupName: string },
      ) => (group === "mygroup" && name === "web" ? end : undefined),
    };
    assert.deepEqual(said(facts).slice(0, 4), [
      "web > mygroup: expiring expires 14:30 UTC",
      "web > old: expiring expires 14:30 UTC",
      "worker > mygroup: reaches authorized",
      "worker > old: reaches authorized",
    ]);
  });

  it("lets what stays decide, where two rules are about the same", () => {
    const expiring = { ...ruleFrom("sg-5"), tags: { "elasticache-access:expires": "2026-11-26T14:30:00Z" } };
    const rules = { "sg-1": [expiring, ruleFrom("sg-5", 6370, 6390)] };
    assert.deepEqual(said({ caches: [cacheOf("one")], rules }).slice(0, 1), ["sg-5 > one: reaches 6379"]);
  });

  it("has one row for a source in several targets, with the name that one of them knows", () => {
    const rules = { "sg-1": [ruleFrom("sg-9")] };
    const caches = [cacheOf("one")];
    const named = { caches, rules, profile: "own", vpcGroups: [vpcGroupOf("sg-9", "web")] };
    assert.deepEqual(said({ caches, rules, profile: "other" }, named).slice(0, 2), [
      "web > one: reaches 6379",
      "web > one: reaches 6379",
    ]);
  });

  it("shows what names hold that is not seen", () => {
    const vpcGroups = [vpcGroupOf("sg-9", "we\u202eb")];
    const { data } = accessMap(
      [factsFrom({ caches: [cacheOf("one")], rules: { "sg-1": [ruleFrom("sg-9")] }, vpcGroups })],
      [],
      now,
    );
    assert.equal(data.rows[0]?.label, "we\\u202eb");
  });
});
