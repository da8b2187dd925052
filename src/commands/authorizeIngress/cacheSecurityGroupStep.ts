import { entryKey } from "../../ui/entryKey";
import { pickStep } from "../../ui/steps";
import type { PickItem } from "../../ui/ui";
import { groupsToPick } from "../steps/groupStep";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, knownGroups } from "./context";

const toBeMade = Symbol("a new group");
const ofCaches = Symbol("the VPC groups of caches");

/** Asks for the cache security group: one of those there are, or a new one. */
export const cacheSecurityGroupStep = pickStep<AuthorizeContext, string | typeof toBeMade | typeof ofCaches>({
  field: "cacheSecurityGroupName",
  isNeeded: ({ given }) => given.cacheSecurityGroupName === undefined,
  question: (context) => ({
    placeholder: "The cache security group that is to let somebody in",
    // An account of today has none and cannot make any: what lets somebody in there are its VPC groups.
    ...groupsToPick<typeof toBeMade | typeof ofCaches>(context, (failure) =>
      failure?.kind === "classicRetired" ? [vpcGroups] : [newGroup],
    ),
    isActive: (choice) => choice === (context.isNewGroup ? toBeMade : context.cacheSecurityGroupName),
    fromText: (text) =>
      isRetired(context) || knownGroups(context).some(({ name }) => name.includes(text.toLowerCase()))
        ? undefined
        : usedAsTyped(text, text),
  }),
  keep: (context, choice) => {
    context.isNewGroup = choice === toBeMade;
    context.isVpc = choice === ofCaches;
    if (typeof choice === "string") {
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

const vpcGroups: PickItem<typeof ofCaches> = {
  key: "vpc",
  label: "Authorize VPC Ingress…",
  description: "the VPC security groups of its caches decide instead",
  icon: "database",
  always: true,
  value: ofCaches,
};

function isRetired(context: AuthorizeContext): boolean {
  const { failure } = context.services.state.groups.get(targetOf(context));
  return failure?.kind === "classicRetired";
}

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
