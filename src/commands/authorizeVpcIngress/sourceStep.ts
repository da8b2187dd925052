import { sourceKey } from "../../core/rules/rule";
import { pickOrEnter } from "../../ui/pickOrEnter";
import { takeAnswer } from "../../ui/steps";
import type { Step } from "../../ui/wizard";
import { targetOf } from "../steps/targetStep";
import { groupName, knownGroup } from "../vpc/groupContext";
import { showLiveGroups } from "../vpc/liveGroups";
import type { AuthorizeVpcContext } from "./context";
import { otherWays } from "./enterSource";
import { type NamedSource, sourceEntries } from "./sourceEntries";
import { typedSource } from "./typedSource";

/** Asks whom to let in: a group of the live list, another account's, addresses, a prefix list. */
export const sourceStep: Step<AuthorizeVpcContext> = {
  field: "source",
  isNeeded: ({ given }) => given.source === undefined,
  async ask(context, at, ui) {
    const target = targetOf(context);
    const answer = await pickOrEnter<NamedSource>(
      {
        at,
        placeholder: `Whom ${groupName(context)} is to let in: search by name, ID, VPC, tag, or type a CIDR block`,
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
        fromText: (text) => typedSource(text, target.region),
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
