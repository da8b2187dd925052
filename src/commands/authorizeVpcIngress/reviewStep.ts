import { sourceText } from "../../core/rules/ruleText";
import { trafficWords } from "../../core/rules/traffic";
import { note } from "../../ui/entries";
import { keepIn, pickStep } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { cacheNames, reviewFacts } from "../steps/reviewFacts";
import { targetOf } from "../steps/targetStep";
import { groupWords } from "../vpc/groupContext";
import { askEverybody } from "./askEverybody";
import { type AuthorizeVpcContext, type Findings, rulesOf } from "./context";
import { findings } from "./findings";

const review = pickStep<AuthorizeVpcContext, Findings>({
  field: "review",
  isNeeded: () => true,
  question: (context, at) => {
    context.reviewed = undefined;
    return {
      at: { ...at, title: `${at.title}: review` },
      placeholder: "Enter authorizes, Escape sends nothing",
      // Nothing can be accepted before everything was looked at.
      items: [note("search", "Looking at what is there already…")],
      later: findings(context).then((found) => entries(context, found)),
    };
  },
  keep: keepIn("reviewed"),
});

/**
 * Says who will get to reach what, through what and as whom, and what was found before sending. What lets everybody in
 * is asked again: No leads back to the review.
 */
export const reviewStep: Step<AuthorizeVpcContext> = {
  ...review,
  async ask(context, at, ui) {
    for (;;) {
      const end = await review.ask(context, at, ui);
      const opening = end === "next" ? context.reviewed?.opening : undefined;
      if (!opening || (await askEverybody([opening], context.services))) {
        return end;
      }
    }
  },
};

function entries(context: AuthorizeVpcContext, found: Findings): readonly PickEntry<Findings>[] {
  const rules = rulesOf(context);
  const [rule] = rules;
  const traffic = rules.map((each) => trafficWords(each).filter(Boolean).join(" ")).join(" and ");
  return [
    main(found),
    ...reviewFacts(
      {
        who: rule ? sourceText(rule.source, sourceName(context)) : "",
        reaches: `${reached(found)}, on ${traffic}`,
        through: `the VPC security group ${groupWords(context)}`,
        target: targetOf(context),
      },
      context.services,
    ),
    ...found.notes,
  ];
}

function main(found: Findings): PickEntry<Findings> {
  const { alreadySo, opening } = found;
  return {
    key: "authorize",
    label: alreadySo ? "Nothing to do: already authorized" : "Authorize ingress",
    icon: alreadySo ? "check" : opening ? "warning" : "pass",
    always: true,
    value: found,
  };
}

function reached({ opens, opensIsKnown }: Findings): string {
  if (opens.length > 0) {
    return cacheNames(opens, opensIsKnown);
  }
  return opensIsKnown
    ? "no cache here has the group and this port"
    : "which caches have the group is not known";
}

function sourceName({ sourceName: name }: AuthorizeVpcContext) {
  return name === undefined ? {} : { groupName: name, prefixListName: name };
}
