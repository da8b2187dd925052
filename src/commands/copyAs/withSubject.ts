import { type Outcome, succeeded } from "../../core/outcome";
import type { Target } from "../../core/target";
import { readFields } from "../../store/given/fields";
import type { State } from "../../store/state";
import { failureNote } from "../../ui/entries";
import { keepIn, pickStep } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import { runWizard } from "../../ui/wizard";
import type { Params, Services } from "../command";
import { type TargetContext, targetOf, targetStep } from "../steps/targetStep";
import { type SubjectKindName, subjects } from "./subjects";

/** What a copying command asks for where it was not told what to copy. */
export interface SubjectQuestion {
  readonly title: string;
  /** What it can copy, in the order of the list. */
  readonly kinds: readonly SubjectKindName[];
  /** Whether params name something to copy, be it without the target that it is in. */
  readonly isNamed: (params: Params) => boolean;
  /** Whether the target is needed for what is named. */
  readonly needsTarget: boolean;
}

/** Whether params name something of either generation, below its target. */
export function namesSubject(params: Params): boolean {
  return [
    "cacheSecurityGroupName",
    "ec2SecurityGroupName",
    "ec2SecurityGroupOwnerId",
    "cacheId",
    "securityGroupId",
  ].some((field) => params[field] !== undefined);
}

/** For what is copied as a call. A target alone stands for the list of its cache security groups. */
export function callQuestion(title: string): SubjectQuestion {
  return {
    title,
    kinds: ["groups", "group", "grant", "cache", "vpcGroup", "rule"],
    isNamed: (params) =>
      namesSubject(params) || (params["profile"] !== undefined && params["region"] !== undefined),
    needsTarget: true,
  };
}

interface SubjectContext extends TargetContext {
  readonly isNamed: boolean;
  readonly kinds: readonly SubjectKindName[];
  subject?: Params;
}

/** Asks for what is to be copied, and for the target that it is in, as far as params do not say. */
export function asksSubject({ title, kinds, isNamed, needsTarget }: SubjectQuestion) {
  return async (params: Params, services: Services): Promise<Outcome<Params> | "cancelled"> => {
    const given = await readFields(params, ["profile", "region"], services.state);
    if (!given.ok) {
      return given;
    }
    const named = isNamed(params);
    if (named && !needsTarget) {
      return succeeded(params);
    }
    const context: SubjectContext = { services, given: given.value, ...given.value, isNamed: named, kinds };
    const end = await runWizard(title, [targetStep, subjectStep], context, services.ui);
    return end === "cancelled" ? end : succeeded({ ...params, ...targetOf(context), ...context.subject });
  };
}

const subjectStep = pickStep<SubjectContext, Params>({
  field: "subject",
  isNeeded: ({ isNamed }) => !isNamed,
  question: (context) => {
    const { state } = context.services;
    const target = targetOf(context);
    const entriesNow = () => entries(target, context.kinds, state);
    return {
      placeholder: "What to copy",
      items: entriesNow(),
      // The one list may be there long before the other.
      grow: async (show) => {
        const lists = [state.groups.load(target), state.vpc.load(target)];
        await Promise.all(lists.map((list) => list.then(() => show(entriesNow()))));
      },
      isActive: (subject) => subject === context.subject,
    };
  },
  keep: keepIn("subject"),
});

function entries(
  target: Target,
  kinds: readonly SubjectKindName[],
  state: State,
): readonly PickEntry<Params>[] {
  const failures = [state.groups.get(target).failure, ...state.caches.get(target).failures];
  const notes = failures.flatMap((failure) => (failure ? [failureNote(failure, target)] : []));
  let above = "";
  const sections = kinds.flatMap((kind): readonly PickEntry<Params>[] => {
    const { heading, entries: entriesOf } = subjects[kind];
    const items = entriesOf(target, state);
    const separator = items.length === 0 || heading === above ? [] : [{ separator: heading }];
    above = items.length === 0 ? above : heading;
    return [...separator, ...items];
  });
  return [...sections, ...notes];
}
