import {
  paginateDescribeUserGroups,
  paginateDescribeUsers,
  type User,
  type UserGroup,
} from "@aws-sdk/client-elasticache";
import type { CacheUser, CacheUserGroup } from "../../core/caches/users";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { wholeList } from "./pages";

/** The largest page that both operations allow. */
const pageSize = 100;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeUserGroups.html */
export function listUserGroups(clients: CallClients): Promise<readonly CacheUserGroup[]> {
  const pages = paginateDescribeUserGroups({ client: clients.elastiCache(), pageSize }, {}, clients.options);
  return wholeList(
    clients,
    pages,
    ({ UserGroups }) => UserGroups,
    ({ UserGroupId: id }) => id,
    groupOf,
  );
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeUsers.html */
export function listUsers(clients: CallClients): Promise<readonly CacheUser[]> {
  const pages = paginateDescribeUsers({ client: clients.elastiCache(), pageSize }, {}, clients.options);
  return wholeList(
    clients,
    pages,
    ({ Users }) => Users,
    ({ UserId: id }) => id,
    userOf,
  );
}

function groupOf({ UserGroupId: id, UserIds }: UserGroup): CacheUserGroup {
  if (!id) {
    throw new ProtocolError("withoutName");
  }
  return { id, userIds: UserIds ?? [] };
}

function userOf({ UserId: id, UserName, AccessString, Authentication, UserGroupIds }: User): CacheUser {
  if (!id) {
    throw new ProtocolError("withoutName");
  }
  return {
    id,
    name: UserName ?? "",
    accessString: AccessString ?? "",
    authentication: Authentication?.Type ?? "",
    userGroupIds: UserGroupIds ?? [],
  };
}
