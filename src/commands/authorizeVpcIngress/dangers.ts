import type { Cache } from "../../core/caches/cache";
import { networkWords, openInVpc } from "../../core/caches/cacheFacts";
import { cacheOpenness } from "../../core/reach/cacheOpenness";
import { cachesOfGroup } from "../../core/reach/openedCaches";
import { areOpen, hasEffectOn, widthWords } from "../../core/rules/openness";
import type { KnownPrefixLists } from "../../core/rules/prefixLists";
import type { Rule, RuleContent } from "../../core/rules/rule";
import { sourceText } from "../../core/rules/ruleText";
import { targetOf } from "../steps/targetStep";
import { groupIdOf } from "../vpc/groupContext";
import type { AuthorizeVpcContext } from "./context";

/** What the rules are to be compared with. */
export interface Around {
  readonly caches: readonly Cache[];
  /** The rules that the group has; `undefined` where they could not be read. */
  readonly there: readonly Rule[] | undefined;
  readonly known: KnownPrefixLists;
}

/** Sentences about how many a rule lets in: everybody, by itself or with others; a whole private range; not known. */
export function widthWarnings(
  context: AuthorizeVpcContext,
  rules: readonly RuleContent[],
  around: Around,
): readonly string[] {
  const { length } = cachesOfGroup(around.caches, groupIdOf(context));
  if (length > 0 && cachesWithoutEffect(context, rules, around).length === length) {
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
      const opened = openedWithOthers(context, rules, around);
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

/** The caches that are not open, and will be. */
function openedWithOthers(
  context: AuthorizeVpcContext,
  rules: readonly RuleContent[],
  { caches, there = [], known }: Around,
): readonly string[] {
  const { vpc } = context.services.state;
  const target = targetOf(context);
  const groupId = groupIdOf(context);
  const made = rules.map((rule): Rule => ({ ...rule, id: undefined, groupId, tags: {} }));
  const answer = (cache: Cache, own: readonly Rule[]) =>
    cacheOpenness(cache, (id) => (id === groupId ? own : vpc.rules(target, id)), known).answer;
  return cachesOfGroup(caches, groupId)
    .filter((cache) => answer(cache, there) !== "yes" && answer(cache, [...there, ...made]) === "yes")
    .map(({ id }) => id);
}

/** A sentence for each cache of the group on which the rules can have no effect. */
export function withoutEffect(
  context: AuthorizeVpcContext,
  rules: readonly RuleContent[],
  around: Around,
): readonly string[] {
  return cachesWithoutEffect(context, rules, around).map(
    (cache) => `It has no effect on ${cache.id}, which is ${networkWords(cache)}`,
  );
}

/** The caches of the group that have no address of the rules' family. */
function cachesWithoutEffect(
  context: AuthorizeVpcContext,
  rules: readonly RuleContent[],
  { caches, known }: Around,
): readonly Cache[] {
  return cachesOfGroup(caches, groupIdOf(context)).filter(({ networkType }) =>
    rules.every(({ source }) => hasEffectOn(networkType, source, known) === "no"),
  );
}
