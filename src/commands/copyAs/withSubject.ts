import { firstSentence } from "../../core/failures/failures";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Target } from "../../core/target";
import type { State } from "../../store/state";
import { takeAnswer } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import { runWizard, type Step } from "../../ui/wizard";
import type { Params, Services } from "../command";
import { readFields } from "../fields";
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

/** The params with what is to be copied, and the target that it is in: asked for as far as they do not say. */
export async function withSubject(
  params: Params,
  { title, kinds, isNamed, needsTarget }: SubjectQuestion,
  services: Services,
): Promise<Outcome<Params> | "cancelled"> {
  const given = await readFields(params, ["profile", "region"], services.state);
  if (!given.ok) {
    return failed(given.failure);
  }
  const named = isNamed(params);
  if (named && !needsTarget) {
    return succeeded(params);
  }
  const context: SubjectContext = { services, given: given.value, ...given.value, isNamed: named, kinds };
  if ((await runWizard(title, [targetStep, subjectStep], context, services.ui)) === "cancelled") {
    return "cancelled";
  }
  return succeeded({ ...params, ...targetOf(context), ...context.subject });
}

const subjectStep: Step<SubjectContext> = {
  field: "subject",
  isNeeded: ({ isNamed }) => !isNamed,
  async ask(context, at, ui) {
    const { state } = context.services;
    const target = targetOf(context);
    const entriesNow = () => entries(target, context.kinds, state);
    const answer = await ui.pick<Params>({
      at,
      placeholder: "What to copy",
      items: entriesNow(),
      // The one list may be there long before the other.
      grow: async (show) => {
        const lists = [state.groups.load(target), state.vpc.load(target)];
        await Promise.all(lists.map((list) => list.then(() => show(entriesNow()))));
      },
      isActive: (subject) => subject === context.subject,
    });
    return takeAnswer(answer, (subject) => {
      context.subject = subject;
    });
  },
};

function entries(
  target: Target,
  kinds: readonly SubjectKindName[],
  state: State,
): readonly PickEntry<Params>[] {
  const failures = [state.groups.get(target).failure, ...state.caches.get(target).failures];
  const notes = failures.flatMap((failure) =>
    failure ? [{ label: firstSentence(failure.message), icon: "warning", note: true as const }] : [],
  );
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
