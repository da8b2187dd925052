import { parseAccountId } from "../../core/accountId";
import { note, typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import { type OtherWay, pickOrEnter } from "../../ui/pickOrEnter";
import { takeAnswer } from "../../ui/steps";
import type { PickItem, Typed } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { enterOwner } from "../steps/enterOwner";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, knownGroups } from "./context";

/** Asks whose EC2 security group it is: an account number seen somewhere, or entered. */
export const ownerStep: Step<AuthorizeContext> = {
  field: "ec2SecurityGroupOwnerId",
  isNeeded: ({ given }) => given.ec2SecurityGroupOwnerId === undefined,
  isPassed: ({ suggestedOwner }) => suggestedOwner !== undefined,
  async ask(context, at, ui) {
    const { accounts } = context.services.state;
    const target = targetOf(context);
    const wanted = context.ec2SecurityGroupOwnerId ?? context.suggestedOwner;
    const question = {
      at,
      placeholder: "The 12-digit account number of that group's owner: choose one, or type it",
      items: entries(context),
      ...(accounts.get(target.profile) ? {} : { later: accounts.load(target).then(() => entries(context)) }),
      isActive: (ownerId: string) => ownerId === wanted,
      fromText: typedOwner,
    };
    return takeAnswer(await pickOrEnter(question, [enter(context)], ui), (ownerId) => {
      context.ec2SecurityGroupOwnerId = ownerId;
    });
  },
};

function enter({ ec2SecurityGroupOwnerId = "" }: AuthorizeContext): OtherWay<string> {
  const prompt = "The 12-digit account number; dashes and spaces may stand in it";
  return {
    key: "enter",
    label: "Enter an account number…",
    icon: "pencil",
    always: true,
    ask: (at, ui) => enterOwner(prompt, ec2SecurityGroupOwnerId, at, ui),
  };
}

function typedOwner(text: string): Typed<string> {
  const parsed = parseAccountId(text);
  // Eleven digits must never be completed to somebody's twelve; words may be looked for in the list.
  const alone = /[0-9]/.test(text);
  return { ...(parsed.ok ? typedEntry(parsed.value, parsed.value) : note("error", parsed.message)), alone };
}

/** This account first, then the owner that came with the name, owners seen, recent ones. */
function entries(context: AuthorizeContext): readonly PickItem<string>[] {
  const { state, recent } = context.services;
  const known: readonly (readonly [string | undefined, string])[] = [
    [state.accounts.get(targetOf(context).profile)?.accountId, "this account"],
    [context.suggestedOwner, `owner of the ${context.ec2SecurityGroupName} you picked`],
    ...[...state.accounts.all()].map(([id, profiles]) => [id, profiles.join(", ")] as const),
    ...knownGroups(context).flatMap(({ name, grants }) =>
      grants.map((grant) => [grant.ec2SecurityGroupOwnerId, `let in by ${name}`] as const),
    ),
    ...recent.all().map(({ ownerId }) => [ownerId, "used lately"] as const),
    [context.ec2SecurityGroupOwnerId, "entered before"],
  ];
  // What was said of one first stays.
  const reasons = new Map(known.toReversed());
  const order = new Set(known.map(([ownerId]) => ownerId));
  return [...order].flatMap((ownerId) =>
    ownerId === undefined
      ? []
      : {
          key: entryKey("owner", ownerId),
          label: ownerId,
          description: reasons.get(ownerId) ?? "",
          icon: "organization",
          value: ownerId,
        },
  );
}
