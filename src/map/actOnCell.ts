import type { MapEntry } from "../core/map/entry";
import { actionsOn, actionWords, type MapAction } from "../core/map/mapActions";
import type { Params } from "../core/params";
import type { PickEntry } from "../ui/ui";
import type { CellSubject } from "./cellSubject";
import type { MapServices, Place } from "./services";

const icons: Readonly<Record<MapAction, string>> = {
  reveal: "list-tree",
  authorize: "add",
  revoke: "remove",
  explain: "milestone",
};

/** Does something with a cell; asks what, where that is not said. What cannot be done with it is left undone. */
export async function actOnCell(
  subject: CellSubject,
  wanted: MapAction | undefined,
  services: MapServices,
): Promise<void> {
  const possible = actionsOn(subject.row, subject.column, subject.cell);
  const action = wanted ?? (await askAction(subject, possible, services));
  if (action === undefined || !possible.includes(action)) {
    return;
  }
  if (action === "reveal") {
    await services.show(placeOf(subject));
    return;
  }
  const [id, params] = commandOf(subject, action);
  await services.runCommand(id, params);
}

async function askAction(
  { row, column, cell }: CellSubject,
  possible: readonly MapAction[],
  { ui }: MapServices,
): Promise<MapAction | undefined> {
  const why = (cell?.why ?? "").split("\n").filter(Boolean);
  const items: PickEntry<MapAction>[] = possible.map((action) => ({
    key: action,
    label: actionWords[action],
    icon: icons[action],
    value: action,
  }));
  const answer = await ui.pick<MapAction>({
    at: { title: row ? `${row.label} to ${column.label}` : column.label },
    placeholder: cell ? `It says: ${cell.word}` : `${column.profile} · ${column.region}`,
    items: [...items, ...why.map((text) => ({ label: text, icon: "info", note: true as const }))],
  });
  return answer.kind === "answer" ? answer.value : undefined;
}

function commandOf(
  { target, cacheSecurityGroupName, cache, entries, source }: CellSubject,
  action: Exclude<MapAction, "reveal">,
): readonly [id: string, params: Params] {
  const ofCache = cache ? { cacheKind: cache.kind, cacheId: cache.id } : {};
  switch (action) {
    case "authorize":
      // Everything is filled in, and the review is left to whoever looks at the map.
      return cache
        ? ["authorizeVpcIngress", { ...target, ...ofCache, ...source, review: true }]
        : ["authorizeIngress", { ...target, cacheSecurityGroupName, ...source, review: true }];
    case "explain":
      return ["explainReachability", { ...target, ...ofCache, ...source }];
    case "revoke":
      return revoking(target, entries);
  }
}

/** One, or all that the cell stands for: the command's question names each. */
function revoking(
  target: CellSubject["target"],
  entries: readonly MapEntry[],
): readonly [id: string, params: Params] {
  const grants = entries.flatMap((entry) => (entry.by === "grant" ? [entry] : []));
  const [grant] = grants;
  if (grant) {
    const items = grants.map(
      ({ cacheSecurityGroupName, grant: { ec2SecurityGroupName, ec2SecurityGroupOwnerId } }) => ({
        ...target,
        ...{ cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId },
      }),
    );
    return ["revokeIngress", items.length === 1 ? { ...items[0] } : { items }];
  }
  const rules = entries.flatMap((entry) => (entry.by === "rule" ? [entry.rule] : []));
  const items = rules.map(({ groupId, id }) => ({
    ...target,
    securityGroupId: groupId,
    ...(id === undefined ? {} : { securityGroupRuleId: id }),
  }));
  const areNamed = rules.every(({ id }) => id !== undefined);
  // Without their ids one is asked for.
  return ["revokeVpcIngress", items.length > 1 && areNamed ? { items } : { ...items[0] }];
}

function placeOf({ target, cacheSecurityGroupName, cache, entries }: CellSubject): Place {
  const [entry] = entries;
  if (!cache) {
    const grant = entry?.by === "grant" ? { grant: entry.grant } : {};
    return { target, cacheSecurityGroupName, ...grant };
  }
  if (entry?.by === "grant") {
    return { target, cacheSecurityGroupName: entry.cacheSecurityGroupName, grant: entry.grant };
  }
  return {
    target,
    cache,
    ...(entry?.by === "rule" ? { rule: entry.rule } : {}),
    ...(entry?.by === "public" ? { isPublic: true } : {}),
  };
}
