import type { HistoryEntry } from "../../core/history";
import type { State } from "../../store/state";
import { rowId } from "../../tree/row";

/** The rows that a change was about, the innermost first, once what they hang on was read. */
export async function rowsOfChange(
  { target, what }: Pick<HistoryEntry, "target" | "what">,
  state: State,
): Promise<readonly string[]> {
  const { profile, region } = target;
  const text = (name: string) => (typeof what[name] === "string" ? what[name] : undefined);
  const name = text("CacheSecurityGroupName");
  const above = [rowId("region", profile, region), rowId("profile", profile)];
  if (name !== undefined) {
    await state.groups.load(target);
    const [source, owner] = [text("EC2SecurityGroupName"), text("EC2SecurityGroupOwnerId")];
    return [
      ...(source && owner ? [rowId("grant", profile, region, name, owner, source)] : []),
      rowId("cacheSecurityGroup", profile, region, name),
      rowId("cacheSecurityGroups", profile, region),
      ...above,
    ];
  }
  await state.caches.load(target);
  const caches = state.caches.get(target).value ?? [];
  const groupId = text("GroupId");
  const cacheId = text("CacheClusterId") ?? text("ReplicationGroupId") ?? text("ServerlessCacheName");
  return [
    ...caches
      .filter(({ securityGroups }) => securityGroups?.some(({ id }) => id === groupId))
      .map(({ kind, id }) => rowId("vpcSecurityGroup", profile, region, kind, id, groupId ?? "")),
    ...caches
      .filter(({ id }) => id === cacheId)
      .map(({ kind, id }) => rowId("cache", profile, region, kind, id)),
    rowId("caches", profile, region),
    ...above,
  ];
}
