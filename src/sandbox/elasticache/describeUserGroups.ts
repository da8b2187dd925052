import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { XmlList } from "../xml";
import { byId, page } from "./paging";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeUserGroups.html */
export const describeUserGroups: Operation = ({ params, state: { caches } }) => {
  const id = params.optional("UserGroupId");
  const all = byId(caches.userGroups).filter((group) => id === undefined || group.id === id);
  if (id !== undefined && all.length === 0) {
    throw new ApiError("UserGroupNotFound", `User group ${id} not found.`);
  }
  const { items, marker } = page(all, (group) => group.id, "userGroups", params);
  const users = <T>(map: ReadonlyMap<string, T>, uses: (cache: T) => boolean) =>
    new XmlList(
      "member",
      [...map].filter(([, cache]) => uses(cache)).map(([name]) => name),
    );
  return {
    UserGroups: new XmlList(
      "member",
      items.map((group) => ({
        UserGroupId: group.id,
        Status: "active",
        Engine: group.engine,
        UserIds: new XmlList("member", group.userIds),
        MinimumEngineVersion: group.engine === "valkey" ? "7.2" : "6.0",
        ReplicationGroups: users(caches.replicationGroups, ({ userGroupIds = [] }) =>
          userGroupIds.includes(group.id),
        ),
        ServerlessCaches: users(caches.serverless, ({ userGroupId }) => userGroupId === group.id),
        ARN: caches.arn("usergroup", group.id),
      })),
    ),
    Marker: marker,
  };
};
