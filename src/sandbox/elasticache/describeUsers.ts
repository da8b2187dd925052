import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { XmlList } from "../xml";
import { byId, page } from "./paging";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeUsers.html */
export const describeUsers: Operation = ({ params, state: { caches } }) => {
  const id = params.optional("UserId");
  const all = byId(caches.users).filter((user) => id === undefined || user.id === id);
  if (id !== undefined && all.length === 0) {
    throw new ApiError("UserNotFound", `User ${id} not found.`);
  }
  const { items, marker } = page(all, (user) => user.id, "users", params);
  return {
    Users: new XmlList(
      "member",
      items.map((user) => ({
        UserId: user.id,
        UserName: user.name,
        Status: "active",
        Engine: user.engine,
        MinimumEngineVersion: user.engine === "valkey" ? "7.2" : "6.0",
        AccessString: user.accessString,
        UserGroupIds: new XmlList(
          "member",
          byId(caches.userGroups)
            .filter((group) => group.userIds.includes(user.id))
            .map((group) => group.id),
        ),
        Authentication: {
          Type: user.passwords === 0 ? "no-password" : "password",
          ...(user.passwords === 0 ? {} : { PasswordCount: user.passwords }),
        },
        ARN: caches.arn("user", user.id),
      })),
    ),
    Marker: marker,
  };
};
