import type { CacheSecurityGroup } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { firstSentence } from "../../core/failures/failures";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { groupEntry } from "../steps/groupEntry";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import type { AuthorizeContext } from "./context";

type Choice = { readonly name: string } | "new";

/** Asks for the cache security group: one of those there are, or a new one. */
export const cacheSecurityGroupStep: Step<AuthorizeContext> = {
  field: "cacheSecurityGroupName",
  isNeeded: ({ given }) => given.cacheSecurityGroupName === undefined,
  async ask(context, at, ui) {
    const { groups } = context.services.state;
    const target = targetOf(context);
    const loaded = groups.get(target).value;
    const answer = await ui.pick<Choice>({
      at,
      placeholder: "The cache security group that is to let somebody in",
      items: loaded ? entries(loaded) : [newGroup],
      ...(loaded
        ? {}
        : {
            later: groups.load(target).then(() => {
              const { value, failure } = groups.get(target);
              return failure && !value
                ? [note(firstSentence(failure.message)), newGroup]
                : entries(value ?? []);
            }),
          }),
      isActive: (choice) =>
        choice === "new"
          ? context.newGroup !== undefined
          : !context.newGroup && choice.name === context.cacheSecurityGroupName,
      fromText: (text) =>
        (groups.get(target).value ?? []).some(({ name }) => name.includes(text.toLowerCase()))
          ? undefined
          : {
              key: entryKey("typed", text),
              label: "Use what is typed",
              description: text,
              icon: "pencil",
              value: { name: text },
            },
    });
    return takeAnswer(answer, (choice) => {
      if (choice === "new") {
        context.newGroup ??= { name: "", description: "" };
      } else {
        delete context.newGroup;
        context.cacheSecurityGroupName = choice.name;
      }
    });
  },
};

const newGroup: PickEntry<Choice> = {
  key: "new",
  label: "New cache security group…",
  icon: "add",
  always: true,
  value: "new",
};

function entries(groups: readonly CacheSecurityGroup[]): readonly PickEntry<Choice>[] {
  return [...groups.map((group) => groupEntry<Choice>(group, { name: group.name })), newGroup];
}

function note(label: string): PickEntry<Choice> {
  return { label, icon: "warning", note: true };
}
