import { failedResult } from "../../core/commandResult";
import { isMatch, parseQuery, type Searched } from "../../core/find/query";
import { textParams } from "../../core/given/texts";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { count } from "../../core/plural";
import { checkTarget } from "../../store/given/checkTarget";
import { dataNote } from "../answer";
import { asMany, type Listed, lengthOf, packed } from "../fit";
import { inputOf } from "../input";
import type { AgentServices } from "../services";
import { type ListedCache, listedCache } from "./listedCache";
import { listedGroup } from "./listedGroup";
import { type Asked, loadTargets, targetsAsked } from "./loadTargets";
import { notReadOf } from "./notRead";

const fields = ["profile", "region", "cacheId", "query"] as const;
type Question = { readonly [field in (typeof fields)[number]]?: string };

/** Who may reach which cache. The answer is made for a number of characters: a summary, and as much as fits. */
export async function listCacheAccess(
  input: unknown,
  services: AgentServices,
  signal: AbortSignal,
): Promise<(room: number) => object> {
  const question = await questionOf(input, services);
  if (!question.ok) {
    return () => failedResult(question.failure);
  }
  const { state } = services;
  const asked = targetsAsked(question.value, state);
  await loadTargets(asked.targets, state, services.now(), signal);
  const found = foundIn(asked, question.value, services);
  return (room) => answer(asked, found, room);
}

async function questionOf(input: unknown, { state }: AgentServices): Promise<Outcome<Question>> {
  const params = inputOf(input, fields);
  const texts = params.ok ? textParams(params.value, fields) : params;
  const wrong = texts.ok ? await checkTarget(texts.value, state) : undefined;
  return wrong ? failed(wrong) : texts.ok ? succeeded(texts.value) : texts;
}

interface Found {
  readonly caches: readonly ListedCache[];
  readonly groups: readonly Listed[];
  readonly notRead: readonly object[];
}

function foundIn(
  { targets, left }: Asked,
  { cacheId, query = "" }: Question,
  { state }: AgentServices,
): Found {
  const words = parseQuery(query);
  const isMeant = ({ searched }: { readonly searched: Searched }) =>
    words.length === 0 || isMatch(words, searched);
  return {
    caches: targets
      .flatMap((target) =>
        (state.caches.get(target).value ?? [])
          .filter(({ id }) => cacheId === undefined || id === cacheId)
          .map((cache) => listedCache(target, cache, state)),
      )
      .filter(isMeant),
    groups: targets
      .flatMap((target) =>
        cacheId === undefined
          ? (state.groups.get(target).value ?? []).map((group) => listedGroup(target, group, state))
          : [],
      )
      .filter(isMeant),
    notRead: [
      ...(left.length > 0
        ? [{ targets: left.length, why: "Too many for one answer: name a profile or a region" }]
        : []),
      ...targets.flatMap((target) => notReadOf(target, state)),
    ],
  };
}

function answer({ targets }: Asked, found: Found, room: number): object {
  const forLists = room - 800;
  const notRead = asMany(found.notRead, forLists / 4);
  const groups = packed(found.groups, found.caches.length === 0 ? forLists * 0.75 : forLists / 4);
  const caches = packed(found.caches, forLists - lengthOf(notRead) - lengthOf(groups));
  return {
    summary: [
      `${count(found.caches.length, "cache")} in ${count(targets.length, "target")}: ${accessCounts(found.caches)}.`,
      ...(found.groups.length > 0 ? [`${count(found.groups.length, "cache security group")}.`] : []),
      ...(found.notRead.length > 0
        ? ["Not everything could be read: what notRead names is not known, which is not the same as none."]
        : []),
      ...leftOut("caches", caches, found.caches),
      ...leftOut("cache security groups", groups, found.groups),
      ...(notRead.length < found.notRead.length
        ? [
            `${found.notRead.length - notRead.length} more reasons why something was not read did not fit in here.`,
          ]
        : []),
      dataNote,
    ].join(" "),
    caches,
    ...(groups.length > 0 ? { cacheSecurityGroups: groups } : {}),
    notRead,
  };
}

function accessCounts(caches: readonly ListedCache[]): string {
  const number = (access: ListedCache["access"]) => caches.filter((each) => each.access === access).length;
  const asking = (nobody: ListedCache["asksNobody"]) =>
    caches.filter(({ asksNobody }) => asksNobody === nobody).length;
  return [
    `${number("open")} open to everywhere that can route to them`,
    `${number("public")} public`,
    `${number("restricted")} restricted`,
    `${number("notKnown")} not known`,
    `${asking("yes")} without AUTH`,
    ...(asking("notKnown") > 0 ? [`${asking("notKnown")} of which AUTH is not known`] : []),
  ].join(", ");
}

/** What does not fit can be asked for by its ids. */
function leftOut(what: string, shown: readonly object[], all: readonly Listed[]): readonly string[] {
  const isWhole = shown.every((each, at) => each === all[at]?.whole);
  if (shown.length === all.length) {
    return isWhole ? [] : [`The ${what} are told in brief: ask on with the ids of one for whom it lets in.`];
  }
  return [
    `${shown.length} of ${all.length} ${what} fit in here, in brief: ask on with a profile, a region, a query or a cacheId.`,
  ];
}
