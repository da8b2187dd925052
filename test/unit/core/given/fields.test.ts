import assert from "node:assert/strict";
import { cacheNamed } from "../../../../src/core/given/cacheNamed";
import {
  type Field,
  givenFields,
  groupFields,
  ingressFields,
  isComplete,
  itemsOf,
  ofItem,
} from "../../../../src/core/given/fields";
import { ruleFields } from "../../../../src/core/given/ruleFields";
import { textParam, textParams, textsParam } from "../../../../src/core/given/texts";

const failure = (field: string, message: string) => ({
  ok: false,
  failure: { kind: "invalidParameter", field, message: `${message}. Nothing was sent` },
});

describe("the fields of params", () => {
  for (const [field, text, value] of [
    ["profile", "", ""],
    ["region", "us-west-2", "us-west-2"],
    ["cacheSecurityGroupName", "MyGroup", "MyGroup"],
    ["ec2SecurityGroupName", "--debug", "--debug"],
    ["ec2SecurityGroupOwnerId", "5654-1952-3791", "565419523791"],
    ["description", "", ""],
    ["cacheKind", "replicationGroup", "replicationGroup"],
    ["cacheKind", "cluster", "cluster"],
    ["cacheKind", "serverless", "serverless"],
    ["cacheId", "sessions", "sessions"],
    ["securityGroupId", "222233334444/sg-01234567", "222233334444/sg-01234567"],
    ["securityGroupRuleId", "sgr-01234567", "sgr-01234567"],
    ["securityGroupRuleId", "sgr-0123456789abcdef0", "sgr-0123456789abcdef0"],
  ] as readonly (readonly [Field, string, string])[]) {
    it(`are read: ${field} ${text}`, () => {
      assert.deepEqual(givenFields({ [field]: text }, [field]), { ok: true, value: { [field]: value } });
    });
  }

  const ruleId = "A rule's ID is sgr- and 8 to 17 digits and letters a to f";
  for (const [field, value, message] of [
    ["cacheSecurityGroupName", "", "cacheSecurityGroupName is empty"],
    ["ec2SecurityGroupName", "", "ec2SecurityGroupName is empty"],
    ["cacheId", "", "cacheId is empty"],
    ["cacheKind", "toString", "toString is not a kind of cache"],
    ["securityGroupId", "", "Enter the ID of a security group"],
    ["securityGroupRuleId", "sgr-0123456", ruleId],
    ["securityGroupRuleId", "sgr-0123456789abcdef01", ruleId],
    ["securityGroupRuleId", "xsgr-01234567", ruleId],
    ["securityGroupRuleId", "sgr-01234567x", ruleId],
    ["profile", 7, "profile is to be text"],
    ["region", null, "region is to be text"],
  ] as readonly (readonly [Field, unknown, string])[]) {
    it(`are refused: ${field} ${value}`, () => {
      assert.deepEqual(givenFields({ [field]: value }, [field]), failure(field, message));
    });
  }

  it("are those that are asked for, and the first that is wrong is told", () => {
    const params = { profile: "dev", region: 7, cacheId: "" };
    assert.deepEqual(givenFields(params, ["profile"]), { ok: true, value: { profile: "dev" } });
    assert.deepEqual(givenFields({}, ["profile", "region"]), { ok: true, value: {} });
    assert.deepEqual(givenFields(params, ["profile", "cacheId"]), failure("cacheId", "cacheId is empty"));
    assert.deepEqual(
      givenFields({ cacheId: "", securityGroupId: "" }, ["securityGroupId", "cacheId"]),
      failure("securityGroupId", "Enter the ID of a security group"),
    );
  });

  it("are complete where each is there, be it empty", () => {
    assert.ok(isComplete({ profile: "", region: "" }, ["profile", "region"]));
    assert.ok(!isComplete({ profile: "" }, ["profile", "region"]));
    assert.deepEqual(groupFields, ["profile", "region", "cacheSecurityGroupName"]);
    assert.deepEqual(ingressFields.slice(0, 3), groupFields);
    assert.deepEqual(ingressFields.slice(3), ["ec2SecurityGroupName", "ec2SecurityGroupOwnerId"]);
  });
});

describe("the items of params", () => {
  it("are a list of objects, or none", () => {
    assert.deepEqual(itemsOf({}), { ok: true, value: undefined });
    assert.deepEqual(itemsOf({ items: [] }), { ok: true, value: [] });
    assert.deepEqual(itemsOf({ items: [{ a: 1 }] }), { ok: true, value: [{ a: 1 }] });
    for (const items of [null, {}, "all", [7], [null], [[]], [{}, "x"]]) {
      assert.deepEqual(itemsOf({ items }), failure("items", "items is to be a list of objects"));
    }
  });

  it("are counted from 1 where one is wrong", () => {
    assert.deepEqual(ofItem(0, { kind: "quota", message: "No" }), { kind: "quota", message: "Item 1: No" });
  });
});

describe("texts of params", () => {
  it("are text, or absent", () => {
    assert.deepEqual(textParam({ a: "x" }, "a"), { ok: true, value: "x" });
    assert.deepEqual(textParam({}, "a"), { ok: true, value: undefined });
    assert.deepEqual(textParam({ a: 7 }, "a"), failure("a", "a is to be text"));
    assert.deepEqual(textParams({ a: "x", b: "y", c: 7 }, ["a", "b"]), {
      ok: true,
      value: { a: "x", b: "y" },
    });
    assert.deepEqual(textParams({ a: "x" }, ["a", "b"]), { ok: true, value: { a: "x" } });
    assert.deepEqual(textParams({ b: 1, a: 2 }, ["a", "b"]), failure("a", "a is to be text"));
  });

  it("are lists of texts where a list is meant", () => {
    assert.deepEqual(textsParam({ a: ["x"] }, "a", "names"), { ok: true, value: ["x"] });
    assert.deepEqual(textsParam({ a: [] }, "a", "names"), { ok: true, value: [] });
    for (const a of [undefined, "x", {}, [7], ["x", null]]) {
      assert.deepEqual(textsParam({ a }, "a", "names"), failure("a", "a is to be a list of names"));
    }
  });
});

describe("a rule in params", () => {
  it("has what is given, and TCP where no protocol is", () => {
    assert.deepEqual(ruleFields({}, "us-west-2"), { ok: true, value: { protocol: "tcp" } });
    assert.deepEqual(
      ruleFields({ cidrIp: "10.0.0.0/8", fromPort: 6379, toPort: 6380, description: "web" }, "us-west-2"),
      {
        ok: true,
        value: {
          ...{ protocol: "tcp", ports: { fromPort: 6379, toPort: 6380 }, description: "web" },
          source: { kind: "cidrIp", cidr: "10.0.0.0/8" },
        },
      },
    );
    assert.deepEqual(ruleFields({ ipProtocol: "-1", description: "" }, undefined), {
      ok: true,
      value: { protocol: "-1", description: "" },
    });
  });

  for (const [params, field] of [
    [{ cidrIp: 7 }, "cidrIp"],
    [{ sourceSecurityGroupId: {} }, "sourceSecurityGroupId"],
    [{ sourceOwnerId: 7, sourceSecurityGroupId: "sg-01234567" }, "sourceOwnerId"],
    [{ cidrIpv6: false }, "cidrIpv6"],
    [{ prefixListId: [] }, "prefixListId"],
    [{ ipProtocol: 6 }, "ipProtocol"],
    [{ description: null }, "description"],
    [{ cidrIp: "10.0.0" }, "cidrIp"],
    [{ ipProtocol: "sctp" }, "ipProtocol"],
    [{ fromPort: 65_536 }, "fromPort"],
    [{ fromPort: 1, toPort: 65_536 }, "toPort"],
    [{ description: "naïve" }, "description"],
  ] as const) {
    it(`is refused: ${JSON.stringify(params)}`, () => {
      const read = ruleFields(params, "us-west-2");
      assert.ok(!read.ok);
      assert.deepEqual([read.failure.kind, read.failure.field], ["invalidParameter", field]);
    });
  }
});

describe("a cache that an object names", () => {
  it("is named by its kind and its id", () => {
    const named = { cacheKind: "cluster", cacheId: "one" };
    assert.deepEqual(cacheNamed({ ...named, more: 1 }), { kind: "cluster", id: "one" });
    for (const other of [
      ...[undefined, null, "one", 7, {}, { cacheId: "one" }, { cacheKind: "cluster" }],
      ...[
        { ...named, cacheKind: "shard" },
        { ...named, cacheKind: 7 },
        { ...named, cacheId: 7 },
      ],
    ]) {
      assert.equal(cacheNamed(other), undefined);
    }
  });
});
