import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defaultExpiryRole, expiryRoleTemplate } from "../../../../src/core/expiry/roleTemplate";

/** The one resource of a template. */
function roleOf(text: string) {
  const template = JSON.parse(text);
  assert.deepEqual(Object.keys(template.Resources), ["ExpiryRole"]);
  return template.Resources.ExpiryRole.Properties;
}

describe("the template of the role that EventBridge Scheduler assumes", () => {
  it("is what docs/expiry.md shows", () => {
    const page = readFileSync("docs/expiry.md", "utf8");
    const shown = [...page.matchAll(/```json\n([\s\S]*?)```/g)]
      .map(([, text = ""]) => text)
      .find((text) => text.includes("AWSTemplateFormatVersion"));
    assert.deepEqual(JSON.parse(shown ?? ""), JSON.parse(expiryRoleTemplate(defaultExpiryRole, [])));
  });

  it("lets our schedule group of each region use it, in one account, and nobody else", () => {
    for (const [regions, expected] of [
      [["us-west-2"], ["us-west-2"]],
      [
        ["us-west-2", "eu-west-1"],
        ["us-west-2", "eu-west-1"],
      ],
      [[], [`\${AWS::Region}`]],
    ] as const) {
      const { Statement: statements } = roleOf(
        expiryRoleTemplate("expiry", regions),
      ).AssumeRolePolicyDocument;
      assert.equal(statements.length, 1);
      const [{ Principal: principal, Action: action, Condition: condition }] = statements;
      assert.deepEqual([principal, action], [{ Service: "scheduler.amazonaws.com" }, "sts:AssumeRole"]);
      assert.deepEqual(condition.StringEquals["aws:SourceAccount"], { Ref: "AWS::AccountId" });
      const groups: readonly { readonly "Fn::Sub": string }[] = [
        condition.StringEquals["aws:SourceArn"],
      ].flat();
      assert.deepEqual(
        groups.map((each) => each["Fn::Sub"]),
        expected.map(
          (region) =>
            `arn:\${AWS::Partition}:scheduler:${region}:\${AWS::AccountId}:schedule-group/elasticache-access`,
        ),
      );
    }
  });

  it("may revoke rules that say that they expire, and do nothing else", () => {
    const { Policies: policies } = roleOf(expiryRoleTemplate("expiry", []));
    const statements = policies.flatMap(
      (policy: { readonly PolicyDocument: { readonly Statement: readonly object[] } }) =>
        policy.PolicyDocument.Statement,
    );
    const [ofGroups, ofRules] = statements;
    assert.equal(statements.length, 2);
    for (const { Action: action } of statements) {
      assert.equal(action, "ec2:RevokeSecurityGroupIngress");
    }
    assert.match(ofGroups.Resource["Fn::Sub"], /:\$\{AWS::AccountId\}:security-group\/\*$/);
    assert.match(ofRules.Resource["Fn::Sub"], /:\$\{AWS::AccountId\}:security-group-rule\/\*$/);
    assert.deepEqual(ofRules.Condition, { Null: { "aws:ResourceTag/elasticache-access:expires": "false" } });
  });

  it("has the name and the path of the setting", () => {
    for (const [role, name, path] of [
      ["expiry", "expiry", undefined],
      ["service/cache/expiry", "expiry", "/service/cache/"],
      ["/service/expiry", "expiry", "/service/"],
      ["arn:aws:iam::123456781234:role/service/expiry", "expiry", "/service/"],
      ["arn:aws-cn:iam::123456781234:role/expiry", "expiry", undefined],
    ] as const) {
      const { RoleName: roleName, Path: rolePath } = roleOf(expiryRoleTemplate(role, []));
      assert.deepEqual([roleName, rolePath], [name, path], role);
    }
  });
});
