import { type Cache, kindWords } from "../../core/caches/cache";
import { openInVpc } from "../../core/caches/cacheFacts";
import { firstSentence } from "../../core/failures/failures";
import { cachesOpenedBy } from "../../core/reach/openedCaches";
import { isOpen, type RuleContent } from "../../core/rules/rule";
import { ruleText } from "../../core/rules/ruleText";
import { managedBy } from "../../core/rules/vpcSecurityGroup";
import { sourceNames } from "../../store/ruleNames";
import type { PickNote } from "../../ui/ui";
import { targetOf } from "../steps/targetStep";
import { groupIdOf, groupName, knownGroup } from "../vpc/groupContext";
import { lookFor, readRules } from "../vpc/look";
import { permitted } from "../vpc/permit";
import { type AuthorizeVpcContext, rulesOf } from "./context";
import { ruleTags } from "./ruleTags";

/** What was found before sending: what the rule opens, what is there already, what is missing. */
export interface Findings {
  readonly opens: readonly string[];
  readonly notes: readonly PickNote[];
  /** The tags that may be set; absent where the rule may not be made, or could not be asked about. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Looks at everything that the review says, side by side. */
export async function findings(context: AuthorizeVpcContext): Promise<Findings> {
  const { services } = context;
  const { state } = services;
  const target = targetOf(context);
  const groupId = groupIdOf(context);
  const rules = rulesOf(context);
  const tags = ruleTags(context, true);
  const ingress = { groupId, rules, tags };
  const [there, permit] = await Promise.all([
    readRules(target, groupId, services),
    permitted(target, ingress, context.given.tags !== undefined, services),
    state.vpc.load(target),
  ]);
  const [first] = rules;
  const caches = state.caches.get(target).value ?? [];
  const opened = first ? cachesOpenedBy(caches, groupId, first, context.cache) : [];
  const notes: PickNote[] = [];
  if (there.ok) {
    const { equal, broader } = lookFor(rules, there.value);
    notes.push(...equal.map((rule) => note("info", `There already: ${ruleText(rule, names(rule))}`)));
    notes.push(
      ...broader.map((rule) =>
        note("info", `A broader rule is there already: ${ruleText(rule, names(rule))}`),
      ),
    );
  } else {
    notes.push(
      note("warning", `What is there already is not known. ${firstSentence(there.failure.message)}`),
    );
  }
  notes.push(...dangers(context, rules, opened));
  notes.push(
    permit.ok
      ? note("pass", "A dry run says that the permission is there, and no more")
      : note("warning", firstSentence(permit.failure.message)),
  );
  if (permit.ok && permit.value.withoutTags) {
    notes.push(note("info", "Without tags, for want of ec2:CreateTags"));
  }
  return {
    opens: opened.map(({ id }) => id),
    notes,
    ...(permit.ok ? { tags: permit.value.tags } : {}),
  };

  function names(rule: Parameters<typeof sourceNames>[2]) {
    return sourceNames(state.vpc, target, rule);
  }
}

function dangers(
  context: AuthorizeVpcContext,
  rules: readonly RuleContent[],
  opened: readonly Cache[],
): readonly PickNote[] {
  const group = knownGroup(context);
  const maker = group && managedBy(group);
  return [
    ...(rules.some(isOpen) ? [note("warning", openInVpc)] : []),
    ...(opened.length > 1
      ? [
          note("warning", `${groupName(context)} is shared: the rule opens ${opened.length} caches`),
          ...opened.map((cache) => note("database", `Opens ${cache.id}`, cacheWords(cache))),
        ]
      : []),
    ...(maker === undefined
      ? []
      : [note("warning", `${groupName(context)} is made by ${maker}: it may undo a change by hand`)]),
  ];
}

function cacheWords({ engine, kind, ports }: Cache): string {
  return [engine, kindWords(kind), ports.join(", ")].join(" · ");
}

function note(icon: string, label: string, detail?: string): PickNote {
  return { icon, label, ...(detail === undefined ? {} : { detail }), note: true };
}
