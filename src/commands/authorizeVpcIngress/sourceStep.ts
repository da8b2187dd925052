import { sourceKey } from "../../core/rules/rule";
import { breadthNote, typedSource } from "../../core/rules/typedSource";
import { note, typedEntry } from "../../ui/entries";
import { pickOrEnter } from "../../ui/pickOrEnter";
import { takeAnswer } from "../../ui/steps";
import type { Typed } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { targetOf } from "../steps/targetStep";
import { groupName, knownGroup } from "../vpc/groupContext";
import { showLiveGroups } from "../vpc/liveGroups";
import type { AuthorizeVpcContext } from "./context";
import { otherWays } from "./enterSource";
import { type NamedSource, sourceEntries } from "./sourceEntries";

/** Asks whom to let in: a group of the live list, another account's, addresses, a prefix list. */
export const sourceStep: Step<AuthorizeVpcContext> = {
  field: "source",
  isNeeded: ({ given }) => given.source === undefined,
  async ask(context, at, ui) {
    const target = targetOf(context);
    const answer = await pickOrEnter<NamedSource>(
      {
        at,
        placeholder: `Who may reach ${reached(context)}? Search by name, ID, VPC, tag, or type a CIDR block`,
        items: [],
        grow: (show) =>
          showLiveGroups(
            context.services,
            target,
            (groups) => sourceEntries(groups, knownGroup(context)?.vpcId),
            show,
          ),
        isActive: ({ source }) =>
          context.source !== undefined && sourceKey(source) === sourceKey(context.source),
        fromText: (text) => typedEntryOf(text, target.region),
      },
      otherWays(context),
      ui,
    );
    return takeAnswer(answer, ({ source, name }) => {
      context.source = source;
      context.sourceName = name;
    });
  },
};

function reached(context: AuthorizeVpcContext): string {
  return context.many ?? context.cache?.id ?? `what has ${groupName(context)}`;
}

function typedEntryOf(text: string, region: string): Typed<NamedSource> | undefined {
  const typed = typedSource(text, region);
  if (!typed || "problem" in typed) {
    return typed && note("error", typed.problem);
  }
  const wide = breadthNote(typed.source);
  const entry = typedEntry<NamedSource>(typed.text, { source: typed.source });
  return wide === undefined ? entry : { ...entry, icon: "warning", detail: wide };
}
