import assert from "node:assert/strict";
import { contentOf, parseRemembered } from "../../../../src/core/expiry/remembered";
import { ruleFrom } from "../../../support/caches";

const common = { profile: "dev", region: "us-west-2", accountId: "111122223333", at: 1_800_000_000_000 };
const grant = {
  ...common,
  ...{ kind: "grant", cacheSecurityGroupName: "mygroup" },
  ...{ ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" },
};
const rule = {
  ...common,
  ...{ kind: "rule", groupId: "sg-1", ruleId: "sgr-1", by: "sweep", content: "tcp/6379/6379/sg-2 " },
};

const target = { ...common, kind: "target", name: "one" };

describe("what this machine keeps of something that ends", () => {
  for (const kept of [grant, { ...grant, inDoubt: true }, rule, { ...rule, scheduleName: "one" }, target]) {
    it(`is read back as it was written: ${kept.kind}`, () => {
      assert.deepEqual(parseRemembered(JSON.stringify(kept)), kept);
    });
  }

  for (const text of ["", "{", "null", "7", '"grant"', "[]", "{}"]) {
    it(`${JSON.stringify(text)} is none of it`, () => assert.equal(parseRemembered(text), undefined));
  }

  for (const [kept, needed] of [
    [
      grant,
      ["kind", "profile", "region", "at", "cacheSecurityGroupName", "ec2SecurityGroupName"].concat(
        "ec2SecurityGroupOwnerId",
      ),
    ],
    [rule, ["kind", "profile", "region", "at", "groupId", "ruleId", "by", "content"]],
    [target, ["kind", "profile", "region", "at", "name"]],
  ] as const) {
    for (const field of needed) {
      it(`is none without ${field}: ${kept.kind}`, () => {
        assert.equal(parseRemembered(JSON.stringify({ ...kept, [field]: undefined })), undefined);
        assert.equal(parseRemembered(JSON.stringify({ ...kept, [field]: [] })), undefined);
      });
    }
  }

  it("is none of a version yet to come", () => {
    assert.equal(parseRemembered(JSON.stringify({ ...rule, kind: "lease" })), undefined);
  });

  it("tells by the content whether somebody has changed the rule, its description too", () => {
    const made = ruleFrom("10.0.0.0/8");
    assert.equal(contentOf(made), "tcp/6379/6379/10.0.0.0/8 ");
    assert.equal(contentOf({ ...made, description: "web" }), "tcp/6379/6379/10.0.0.0/8 web");
    assert.notEqual(contentOf(made), contentOf(ruleFrom("10.0.0.0/8", 6380)));
  });
});
