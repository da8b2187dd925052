import { partition } from "../accounts";
import type { Call } from "../service";
import type { XmlObject } from "../xml";
import { permissionsXml } from "./ruleXml";
import type { SecurityGroup } from "./securityGroup";
import { tagsXml } from "./tags";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export function securityGroupXml(call: Call, group: SecurityGroup): XmlObject {
  return {
    ownerId: group.ownerId,
    groupId: group.id,
    groupName: group.name,
    groupDescription: group.description,
    ipPermissions: permissionsXml(call, group.ingress.values()),
    ipPermissionsEgress: permissionsXml(call, group.egress),
    vpcId: group.vpcId,
    tagSet: tagsXml(group.tags),
    securityGroupArn: securityGroupArn(call, group.id),
  };
}

export function securityGroupArn({ account, region }: Call, id: string): string {
  return `arn:${partition(region)}:ec2:${region}:${account.accountId}:security-group/${id}`;
}
