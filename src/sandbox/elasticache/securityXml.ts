import { XmlList } from "../xml";
import type { Memberships } from "./memberships";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_SecurityGroupMembership.html */
export function securityXml(security: Memberships, now: number): XmlList {
  return new XmlList(
    "member",
    security.list(now).map(({ groupId, status }) => ({ SecurityGroupId: groupId, Status: status })),
  );
}
