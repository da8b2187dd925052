import type { Caches } from "../elasticache/caches";

/**
 * A user group for an application, with a user of its own and a default user that is turned off, as ElastiCache's
 * documentation has it. The user `default`, which every account has, would let anybody in.
 */
export function addUsers({ users, userGroups }: Caches, application: string): void {
  const engine = "valkey";
  const [all, off, own] = ["default", "default-off", `${application}-app`];
  users.set(all, { id: all, name: "default", engine: "redis", accessString: "on ~* +@all", passwords: 0 });
  users.set(off, { id: off, name: "default", engine, accessString: "off ~keys* -@all +get", passwords: 0 });
  users.set(own, { id: own, name: application, engine, accessString: "on ~* +@all", passwords: 2 });
  const id = `${application}-users`;
  userGroups.set(id, { id, engine, userIds: [off, own] });
}
