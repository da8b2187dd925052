import { entryKey } from "../../ui/entryKey";
import { pickStep } from "../../ui/steps";
import type { PickItem } from "../../ui/ui";
import { groupsToPick } from "../steps/groupStep";
import { type AuthorizeContext, knownGroups } from "./context";

const toBeMade = Symbol("a new group");

/** Asks for the cache security group: one of those there are, or a new one. */
export const cacheSecurityGroupStep = pickStep<AuthorizeContext, string | typeof toBeMade>({
  field: "cacheSecurityGroupName",
  isNeeded: ({ given }) => given.cacheSecurityGroupName === undefined,
  question: (context) => ({
    placeholder: "The cache security group that is to let somebody in",
    ...groupsToPick(context, newGroup),
    isActive: (choice) => choice === (context.isNewGroup ? toBeMade : context.cacheSecurityGroupName),
    fromText: (text) =>
      knownGroups(context).some(({ name }) => name.includes(text.toLowerCase()))
        ? undefined
        : usedAsTyped(text, text),
  }),
  keep: (context, choice) => {
    context.isNewGroup = choice === toBeMade;
    if (choice !== toBeMade) {
      context.cacheSecurityGroupName = choice;
    }
  },
});

const newGroup: PickItem<typeof toBeMade> = {
  key: "new",
  label: "New cache security group…",
  icon: "add",
  always: true,
  value: toBeMade,
};

/** VS Code puts entries whose label matches first: the typed text stands in the description, after the list's. */
export function usedAsTyped<T>(text: string, value: T): PickItem<T> {
  return {
    key: entryKey("typed", text),
    label: "Use what is typed",
    description: text,
    icon: "pencil",
    value,
  };
}
