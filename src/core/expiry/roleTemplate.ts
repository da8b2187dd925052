import { expiryTags } from "./expiry";
import { scheduleGroup } from "./schedule";

/** The role's name where no setting gives one. */
export const defaultExpiryRole = "elasticache-access-expiry";

/**
 * The role that EventBridge Scheduler assumes, as a CloudFormation template: for our schedule group of one account alone, and
 * for nothing but to revoke rules that say that they expire. Condition keys of a rule's tags hold for the rule; the group
 * that it is in is a resource of the same request, and has no such tags.
 *
 * @param role a name, with its path where it has one, or an ARN
 * @param regions where schedules are made; none: the region of the stack
 */
export function expiryRoleTemplate(role: string, regions: readonly string[]): string {
  const { path, name } = nameAndPath(role);
  const groups = (regions.length === 0 ? [`\${AWS::Region}`] : regions).map((region) =>
    sub(`scheduler:${region}:\${AWS::AccountId}:schedule-group/${scheduleGroup}`),
  );
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      ExpiryRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: name,
          ...(path === "/" ? {} : { Path: path }),
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { Service: "scheduler.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                  StringEquals: {
                    "aws:SourceAccount": { Ref: "AWS::AccountId" },
                    "aws:SourceArn": groups.length === 1 ? groups[0] : groups,
                  },
                },
              },
            ],
          },
          Policies: [
            {
              PolicyName: "revoke-what-expires",
              PolicyDocument: {
                Version: "2012-10-17",
                Statement: [
                  revoke("security-group"),
                  {
                    ...revoke("security-group-rule"),
                    Condition: { Null: { [`aws:ResourceTag/${expiryTags.expires}`]: "false" } },
                  },
                ],
              },
            },
          ],
        },
      },
    },
  };
  return JSON.stringify(template, undefined, 2);
}

function revoke(kind: string) {
  return {
    Effect: "Allow",
    Action: "ec2:RevokeSecurityGroupIngress",
    Resource: sub(`ec2:*:\${AWS::AccountId}:${kind}/*`),
  };
}

function sub(arn: string) {
  return { "Fn::Sub": `arn:\${AWS::Partition}:${arn}` };
}

/** `service/expiry` is the role `expiry` on the path `/service/`. */
function nameAndPath(role: string): { readonly path: string; readonly name: string } {
  const whole = `/${role.replace(/^arn:[^/]*:role\//, "").replace(/^\//, "")}`;
  const slash = whole.lastIndexOf("/");
  return { path: whole.slice(0, slash + 1), name: whole.slice(slash + 1) };
}
