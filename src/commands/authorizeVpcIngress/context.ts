import type { RulesItem } from "../../changes/rulesItem";
import type { GivenEnd } from "../../core/expiry/givenEnd";
import { type PortRange, portRanges } from "../../core/rules/ports";
import type { Rule, RuleContent, RuleSource } from "../../core/rules/rule";
import { hasPorts } from "../../core/rules/traffic";
import type { GivenVpcIngress } from "../../store/given/vpcIngress";
import type { PickNote } from "../../ui/ui";
import { targetOf } from "../steps/targetStep";
import { cacheOf, groupIdOf, sharingCaches, type VpcGroupContext } from "../vpc/groupContext";
import type { Opening } from "./askEverybody";

/** The answers of the flow, as far as it has come. */
export interface AuthorizeVpcContext extends VpcGroupContext {
  readonly given: GivenVpcIngress;
  /** What is asked about at once, where it is more than one: `3 caches`. */
  readonly many?: string;
  source?: RuleSource;
  /** What to call the source: a group's name is known only where it was picked from the list. */
  sourceName?: string | undefined;
  chosenPorts?: readonly PortRange[];
  description?: string;
  expires?: GivenEnd;
  /** What the review found, so that it need not be looked for again. */
  reviewed?: Findings | undefined;
}

/** What was found before sending: what the rule opens, what is there already, what is missing. */
export interface Findings {
  readonly opens: readonly string[];
  /** Whether every cache was looked at. */
  readonly opensIsKnown: boolean;
  readonly notes: readonly PickNote[];
  /** The rules that are equal, where nothing is left to be made. */
  readonly alreadySo?: readonly Rule[];
  /** What lets everybody in: it is asked again. */
  readonly opening: Opening | undefined;
  /** The tags that may be set; absent where the rule may not be made, or could not be asked about. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * The ports that need no asking: those given, else those of the cache the flow is about, else those that all the
 * caches with the group have.
 */
export function knownPorts(context: AuthorizeVpcContext): readonly PortRange[] | undefined {
  const { given } = context;
  if (given.ports) {
    return [given.ports];
  }
  if (!hasPorts(given.protocol)) {
    return [];
  }
  const cache = cacheOf(context);
  const caches = cache ? [cache] : sharingCaches(context);
  const distinct = new Map(caches.map(({ ports }) => [ports?.join(), ports]));
  const [ports] = distinct.values();
  return distinct.size === 1 && ports !== undefined ? portRanges(ports) : undefined;
}

/** The rules to make in the group, with their tags. */
export function rulesItemOf(context: AuthorizeVpcContext, tags: RulesItem["tags"]): RulesItem {
  const { given, expires, cache } = context;
  return {
    ...targetOf(context),
    groupId: groupIdOf(context),
    rules: rulesOf(context),
    tags,
    tagsAreWanted: given.tags !== undefined,
    ...(expires ? { expires } : {}),
    ...(cache ? { cache: { kind: cache.kind, id: cache.id } } : {}),
  };
}

/** The rules to make, once every step was answered: one for each range of ports. */
export function rulesOf(context: AuthorizeVpcContext): readonly RuleContent[] {
  const { source, description, given } = context;
  const ports = knownPorts(context) ?? context.chosenPorts;
  if (source === undefined || ports === undefined) {
    throw new Error("The rule is not known yet");
  }
  const content = { source, protocol: given.protocol, ...(description ? { description } : {}) };
  return ports.length === 0 ? [content] : ports.map((range) => ({ ...content, ...range }));
}
