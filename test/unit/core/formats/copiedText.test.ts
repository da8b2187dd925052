import assert from "node:assert/strict";
import type { Failure } from "../../../../src/core/failures/failures";
import { cloudFormationText } from "../../../../src/core/formats/cloudFormationText";
import { copyFormats, isCopyFormat } from "../../../../src/core/formats/copyFormats";
import type { CopyLookUps, CopySubject } from "../../../../src/core/formats/copySubject";
import { shellWords } from "../../../../src/core/formats/shellWords";
import { terraformText } from "../../../../src/core/formats/terraformText";
import { failed, type Outcome, succeeded } from "../../../../src/core/outcome";
import type { RuleContent } from "../../../../src/core/rules/rule";
import { ruleFrom } from "../../../support/caches";
import { vpcGroupOf } from "../../../support/mapFacts";

const target = { profile: "dev", region: "us-west-2" };
const call: CopySubject["call"] = { service: "ec2", operation: "x", input: { a: 1 }, target };
const denied: Failure = { kind: "accessDenied", message: "No." };
const grant = (owner: string) => ({
  ...{ ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: owner, status: "authorized" },
});
const group = (name: string, ...owners: readonly string[]) => ({
  ...{ name, description: "Why", ownerId: "123456781234", grants: owners.map(grant) },
});
const lookUp = (more: Partial<CopyLookUps>): CopyLookUps => ({
  group: async () => failed(denied),
  vpcGroup: async () => failed(denied),
  ...more,
});
const rule = (content: RuleContent): CopySubject => ({
  ...{ names: {}, call, rule: { groupId: "sg-1", rule: content } },
});
const foreign = {
  ...ruleFrom("sg-2"),
  source: { kind: "securityGroup", groupId: "sg-2", ownerId: "1" },
} as const;
const named = (names: CopySubject["names"]): CopySubject => ({ names, call });
const said = async (written: Promise<Outcome<string>>) => {
  const outcome = await written;
  return outcome.ok ? outcome.value : [outcome.failure.field, outcome.failure.message];
};

describe("a text to copy that has to be looked up", () => {
  it("is Terraform's of a rule, which says whose a group is where that is another's", async () => {
    const own = { vpcGroup: async () => succeeded({ ...vpcGroupOf("sg-1", "web"), ownerId: "1" }) };
    const other = { vpcGroup: async () => succeeded(vpcGroupOf("sg-1", "web")) };
    const text = (of: RuleContent, more: Partial<CopyLookUps>) => said(terraformText(rule(of), lookUp(more)));
    assert.match(String(await text(ruleFrom("10.0.0.0/8"), {})), /cidr_ipv4 +=/);
    assert.match(String(await text(ruleFrom("sg-2"), {})), /= "sg-2"/);
    assert.match(String(await text(foreign, own)), /= "sg-2"/);
    assert.match(String(await text(foreign, other)), /= "1\/sg-2"/);
    assert.deepEqual(await text(foreign, {}), [undefined, "No."]);
    assert.deepEqual(await text(foreign, { vpcGroup: async () => succeeded(undefined) }), [
      "securityGroupId",
      "There is no security group sg-1 to tell whose it is. Nothing was sent",
    ]);
  });

  it("is Terraform's of a group, where it lets in groups of its own account alone", async () => {
    const text = (more: Partial<CopyLookUps>) =>
      said(terraformText(named({ cacheSecurityGroupName: "g" }), lookUp(more)));
    assert.match(
      String(await text({ group: async () => succeeded(group("g", "123456781234")) })),
      /security_group_names = \["web"\]/,
    );
    assert.deepEqual(await text({ group: async () => succeeded(group("g", "565419523791")) }), [
      "format",
      "Terraform's resource lets in the account's own EC2 security groups only, not web of account 565419523791. Nothing was sent",
    ]);
    assert.deepEqual(await text({}), [undefined, "No."]);
  });

  it("is CloudFormation's of a rule, a grant or a group, where there is something to make", async () => {
    const text = (subject: CopySubject, more: Partial<CopyLookUps> = {}) =>
      said(cloudFormationText(subject, lookUp(more)));
    assert.match(String(await text(rule(ruleFrom("10.0.0.0/8")))), /AWS::EC2::SecurityGroupIngress/);
    const whole = {
      ...{ cacheSecurityGroupName: "g", ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "1" },
    };
    assert.match(String(await text(named(whole))), /AWS::ElastiCache::SecurityGroupIngress/);
    const ofGroup = named({ cacheSecurityGroupName: "g" });
    assert.match(
      String(await text(ofGroup, { group: async () => succeeded(group("g")) })),
      /AWS::ElastiCache::SecurityGroup"/,
    );
    assert.deepEqual(await text(ofGroup), [undefined, "No."]);
    assert.deepEqual(await text(ofGroup, { group: async () => succeeded(group("default")) }), [
      "cacheSecurityGroupName",
      "Each region has its group default, and this one lets nobody in: there is nothing to make. Nothing was sent",
    ]);
  });
});

describe("the formats of Copy as", () => {
  const forms = (subject: CopySubject) =>
    Object.entries(copyFormats).flatMap(([name, { isFor }]) => (isFor(subject) ? [name] : []));
  const lines = ["cli", "powershell", "json"];

  it("are those that can say what the row stands for", () => {
    assert.deepEqual(forms(named({})), lines);
    assert.deepEqual(forms(named({ cacheSecurityGroupName: "g" })), [
      ...lines,
      "cloudFormation",
      "terraform",
    ]);
    assert.deepEqual(forms(named({ cacheSecurityGroupName: "Default" })), [...lines, "cloudFormation"]);
    const half = { cacheSecurityGroupName: "g", ec2SecurityGroupName: "web" };
    assert.deepEqual(forms(named(half)), lines);
    assert.deepEqual(forms(named({ cacheSecurityGroupName: "g", ec2SecurityGroupOwnerId: "1" })), lines);
    assert.deepEqual(forms(named({ ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "1" })), lines);
    assert.deepEqual(forms(named({ ...half, ec2SecurityGroupOwnerId: "1" })), [...lines, "cloudFormation"]);
    assert.deepEqual(forms(rule(ruleFrom("10.0.0.0/8"))), [...lines, "cloudFormation", "terraform"]);
    assert.deepEqual(["cli", "json", "yaml", "toString"].map(isCopyFormat), [true, true, false, false]);
  });

  it("have labels, and a line on what each is", async () => {
    assert.deepEqual(
      Object.values(copyFormats).map(({ label, detail }) => `${label}: ${detail}`),
      [
        "AWS CLI: A line for POSIX shells: sh, bash, zsh",
        "AWS CLI for PowerShell: A line for Windows PowerShell 5.1 and PowerShell 7",
        "SDK input: The request's input as JSON, for any AWS SDK and for --cli-input-json",
        "CloudFormation: A template of the group with its grants, of one grant, or of one VPC rule",
        "Terraform: A group as the AWS provider has it up to version 4, or a VPC rule",
      ],
    );
    assert.equal(await said(copyFormats.json.write(named({}))), '{\n  "a": 1\n}\n');
  });
});

describe("the words of a line of a shell", () => {
  for (const [text, words] of [
    ["", []],
    ["  a\tb\nc ", ["a", "b", "c"]],
    ["'a b' \"c d\"e", ["a b", "c de"]],
    ["''", [""]],
    ["a\"b\"'c'", ["abc"]],
    ["a\\ b", ["a b"]],
    ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
    ["'a\\b'", ["a\\b"]],
    ["'a", undefined],
    ['"a', undefined],
    ["a\\", undefined],
    ["x".repeat(131_073), undefined],
  ] as const) {
    it(`are ${words?.length ?? "none"}: ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.deepEqual(shellWords(text), words);
    });
  }
});
