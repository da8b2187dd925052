import type { CacheSecurityGroup } from "../cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../cacheSecurityGroups/ingress";
import type { Written } from "./written";

interface Resource {
  readonly Type: string;
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/**
 * A template that makes a group like this one, with its grants. CloudFormation names the group itself: the
 * resource has no property for it, so the name is kept beside it as metadata.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-securitygroup.html
 */
export function groupTemplate(group: CacheSecurityGroup): Written {
  const id = logicalId("CacheSecurityGroup", group.name);
  // Every region has its group default already: only its grants can be made.
  const isDefault = group.name === "default";
  const resources: [string, Resource][] = isDefault
    ? []
    : [
        [
          id,
          {
            Type: "AWS::ElastiCache::SecurityGroup",
            Metadata: { CacheSecurityGroupName: group.name },
            Properties: { Description: group.description },
          },
        ],
      ];
  group.grants.forEach((grant, index) => {
    const ingress = ingressResource({
      ...grant,
      cacheSecurityGroupName: isDefault ? "default" : { Ref: id },
    });
    resources.push([`${id}Ingress${index + 1}`, ingress]);
  });
  return template(resources);
}

/**
 * A template that lets one EC2 security group in to a group that is there already.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-securitygroupingress.html
 */
export function ingressTemplate(ingress: Ingress): Written {
  const id = logicalId("Ingress", `${ingress.cacheSecurityGroupName} ${ingress.ec2SecurityGroupName}`);
  return template([[id, ingressResource(ingress)]]);
}

function ingressResource(
  ingress: Omit<Ingress, "cacheSecurityGroupName"> & {
    readonly cacheSecurityGroupName: string | { readonly Ref: string };
  },
): Resource {
  return {
    Type: "AWS::ElastiCache::SecurityGroupIngress",
    Properties: {
      CacheSecurityGroupName: ingress.cacheSecurityGroupName,
      EC2SecurityGroupName: ingress.ec2SecurityGroupName,
      EC2SecurityGroupOwnerId: ingress.ec2SecurityGroupOwnerId,
    },
  };
}

/** Letters and digits only, from a name that may have none. */
export function logicalId(kind: string, name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  return `${kind}${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("")}`.slice(
    0,
    200,
  );
}

/**
 * Resources as a template. CloudFormation resolves a dynamic reference in any text, that of an intrinsic function
 * too: a name or a description that looks like one cannot be written, and would put a secret in its place.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function template(resources: readonly (readonly [string, Resource])[]): Written {
  const document = { AWSTemplateFormatVersion: "2010-09-09", Resources: Object.fromEntries(resources) };
  const text = `${JSON.stringify(document, undefined, 2)}\n`;
  return /\{\{\s*resolve\s*:/i.test(text)
    ? { ok: false, why: "A text here holds {{resolve:, which CloudFormation would take for a reference" }
    : { ok: true, text };
}
