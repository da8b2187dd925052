import { sourceText } from "../../core/rules/ruleText";
import { trafficWords } from "../../core/rules/traffic";
import { note } from "../../ui/entries";
import { pickStep } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import { groupName } from "../vpc/groupContext";
import { type AuthorizeVpcContext, rulesOf } from "./context";
import { type Findings, findings } from "./findings";

/** Says in one sentence who will get to reach what, and what was found before sending. */
export const reviewStep = pickStep<AuthorizeVpcContext, Findings>({
  field: "review",
  isNeeded: () => true,
  question: (context, at) => {
    context.reviewed = undefined;
    return {
      at: { ...at, title: `${at.title}: review` },
      placeholder: "Enter authorizes, Escape sends nothing",
      // Nothing can be accepted before everything was looked at.
      items: [note("search", "Looking at what is there already…")],
      later: findings(context).then((found) => [authorize(context, found), ...found.notes]),
    };
  },
  keep: (context, { tags }) => {
    context.reviewed = tags && { tags };
  },
});

function authorize(context: AuthorizeVpcContext, found: Findings): PickEntry<Findings> {
  const rules = rulesOf(context);
  const [rule] = rules;
  const who = rule && sourceText(rule.source, sourceName(context));
  const traffic = rules.map((each) => trafficWords(each).filter(Boolean).join(" ")).join(" and ");
  // A line of the list is cut off at its end: more caches than fit stand below, one by one.
  const caches = found.opens.length > 3 ? `${found.opens.length} caches` : found.opens.join(", ");
  const nobody = found.opensIsKnown
    ? "no cache here has the group and this port"
    : "which caches have the group is not known";
  const reaches =
    found.opens.length === 0
      ? `is let in by ${groupName(context)} on ${traffic}; ${nobody}`
      : `gets to reach ${caches} on ${traffic}, through ${groupName(context)}`;
  return {
    key: "authorize",
    label: "Authorize ingress",
    detail: `${who} ${reaches}`,
    icon: "pass",
    always: true,
    value: found,
  };
}

function sourceName({ sourceName: name }: AuthorizeVpcContext) {
  return name === undefined ? {} : { groupName: name, prefixListName: name };
}
