import type { Cache } from "../caches/cache";
import { networkWords, openInVpc } from "../caches/cacheFacts";
import { areOpen, hasEffectOn, widthWords } from "../rules/openness";
import type { KnownPrefixLists } from "../rules/prefixLists";
import type { Rule, RuleContent } from "../rules/rule";
import { sourceText } from "../rules/ruleText";
import { cacheOpenness } from "./cacheOpenness";
import { cachesOfGroup, letsIn } from "./openedCaches";

/** What the rules are to be compared with. */
export interface Around {
  /** The group that the rules are to be made in. */
  readonly groupId: string;
  /** The rules of the other groups, as far as they were read. */
  readonly rulesOf: (groupId: string) => readonly Rule[] | undefined;
  readonly caches: readonly Cache[];
  /** The rules that the group has; `undefined` where they could not be read. */
  readonly there: readonly Rule[] | undefined;
  readonly known: KnownPrefixLists;
}

/** Sentences about how many a rule lets in: everybody, by itself or with others; a whole private range; not known. */
export function widthWarnings(rules: readonly RuleContent[], around: Around): readonly string[] {
  const { length } = cachesOfGroup(around.caches, around.groupId);
  if (length > 0 && cachesWithoutEffect(rules, around).length === length) {
    return [];
  }
  const sources = rules.map(({ source }) => source);
  const [first] = sources;
  switch (areOpen(sources, around.known)) {
    case "yes":
      return [openInVpc];
    case "notKnown":
      return [`What ${first ? sourceText(first) : "it"} holds is not known: it may be everybody`];
    case "no": {
      const opened = openedWithOthers(rules, around);
      const width = first && widthWords(first, around.known);
      return [
        ...(opened.length > 0
          ? [`With rules that are there already, ${opened.join(", ")} will be open. ${openInVpc}`]
          : []),
        ...(width === undefined ? [] : [width]),
      ];
    }
  }
}

/** That rules let in everybody, by themselves or with others that are there; `notKnown` where it may be so. */
export interface Everywhere {
  readonly answer: "yes" | "notKnown";
  /** The caches that they open to everybody. */
  readonly cacheIds: readonly string[];
}

/** What has to be asked again before it is made: whether rules open their group to everybody. */
export function opensToEverybody(rules: readonly RuleContent[], around: Around): Everywhere | undefined {
  const having = cachesOfGroup(around.caches, around.groupId);
  if (having.length > 0 && cachesWithoutEffect(rules, around).length === having.length) {
    return undefined;
  }
  const answer = areOpen(
    rules.map(({ source }) => source),
    around.known,
  );
  if (answer === "no") {
    const cacheIds = openedWithOthers(rules, around);
    return cacheIds.length > 0 ? { answer: "yes", cacheIds } : undefined;
  }
  const opened = having.filter((cache) => rules.some((rule) => letsIn(cache, rule, around.known)));
  return { answer, cacheIds: opened.map(({ id }) => id) };
}

/** The caches that are not open, and will be. */
function openedWithOthers(
  rules: readonly RuleContent[],
  { caches, there = [], known, groupId, rulesOf }: Around,
): readonly string[] {
  const made = rules.map((rule): Rule => ({ ...rule, id: undefined, groupId, tags: {} }));
  const answer = (cache: Cache, own: readonly Rule[]) =>
    cacheOpenness(cache, (id) => (id === groupId ? own : rulesOf(id)), known).answer;
  return cachesOfGroup(caches, groupId)
    .filter((cache) => answer(cache, there) !== "yes" && answer(cache, [...there, ...made]) === "yes")
    .map(({ id }) => id);
}

/** A sentence for each cache of the group on which the rules can have no effect. */
export function withoutEffect(rules: readonly RuleContent[], around: Around): readonly string[] {
  return cachesWithoutEffect(rules, around).map(
    (cache) => `It has no effect on ${cache.id}, which is ${networkWords(cache)}`,
  );
}

/** The caches of the group that have no address of the rules' family. */
function cachesWithoutEffect(
  rules: readonly RuleContent[],
  { caches, known, groupId }: Around,
): readonly Cache[] {
  return cachesOfGroup(caches, groupId).filter(({ networkType }) =>
    rules.every(({ source }) => hasEffectOn(networkType, source, known) === "no"),
  );
}
