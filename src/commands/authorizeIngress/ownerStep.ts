import { parseAccountId } from "../../core/accountId";
import type { Check } from "../../core/check";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, Typed } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, knownGroups } from "./context";

type Choice = { readonly ownerId: string } | "enter";

/** Asks whose EC2 security group it is: an account number seen somewhere, or entered. */
export const ownerStep: Step<AuthorizeContext> = {
  field: "ec2SecurityGroupOwnerId",
  isNeeded: ({ given }) => given.ec2SecurityGroupOwnerId === undefined,
  async ask(context, at, ui) {
    const { accounts } = context.services.state;
    const own = accounts.get(targetOf(context).profile);
    const wanted = context.ec2SecurityGroupOwnerId ?? context.suggestedOwner;
    for (;;) {
      const answer = await ui.pick<Choice>({
        at,
        placeholder: "The 12-digit account number of that group's owner: choose one, or type it",
        items: entries(context),
        ...(own ? {} : { later: accounts.load(targetOf(context)).then(() => entries(context)) }),
        isActive: (choice) => choice !== "enter" && choice.ownerId === wanted,
        fromText: typedOwner,
      });
      if (answer.kind !== "answer" || answer.value !== "enter") {
        return takeAnswer(answer, (choice) => {
          if (choice !== "enter") {
            context.ec2SecurityGroupOwnerId = choice.ownerId;
          }
        });
      }
      const entered = await ui.input({
        at: { ...at, canGoBack: true },
        prompt: "The 12-digit account number; dashes and spaces may stand in it",
        placeholder: "1234-5678-1234",
        value: context.ec2SecurityGroupOwnerId ?? "",
        check: checkOwner,
      });
      if (entered.kind !== "back") {
        return takeAnswer(entered, (text) => {
          const parsed = parseAccountId(text);
          context.ec2SecurityGroupOwnerId = parsed.ok ? parsed.value : text;
        });
      }
    }
  },
};

function checkOwner(text: string): Check {
  const parsed = parseAccountId(text);
  return parsed.ok ? { verdict: "ok" } : { verdict: "error", message: parsed.message };
}

function typedOwner(text: string): Typed<Choice> {
  const parsed = parseAccountId(text);
  // Eleven digits must never be completed to somebody's twelve; words may be looked for in the list.
  const alone = /[0-9]/.test(text);
  return parsed.ok
    ? {
        key: entryKey("typed", parsed.value),
        label: `Use ${parsed.value}`,
        icon: "pencil",
        value: { ownerId: parsed.value },
        alone,
      }
    : { label: parsed.message, icon: "error", note: true, alone };
}

/** This account first, then the owner that came with the name, owners seen, recent ones, and manual entry. */
function entries(context: AuthorizeContext): readonly PickEntry<Choice>[] {
  const { accounts } = context.services.state;
  const { profile } = targetOf(context);
  const reasons = new Map<string, string>();
  const offer = (ownerId: string | undefined, reason: string) => {
    if (ownerId !== undefined && !reasons.has(ownerId)) {
      reasons.set(ownerId, reason);
    }
  };
  offer(accounts.get(profile)?.accountId, "this account");
  offer(context.suggestedOwner, `owner of the ${context.ec2SecurityGroupName} you picked`);
  for (const [accountId, profiles] of accounts.all()) {
    offer(accountId, profiles.join(", "));
  }
  for (const group of knownGroups(context)) {
    for (const grant of group.grants) {
      offer(grant.ec2SecurityGroupOwnerId, `let in by ${group.name}`);
    }
  }
  for (const { ownerId } of context.services.recent.all()) {
    offer(ownerId, "used lately");
  }
  offer(context.ec2SecurityGroupOwnerId, "entered before");
  const items = [...reasons].map(([ownerId, reason]) => ({
    key: entryKey("owner", ownerId),
    label: ownerId,
    description: reason,
    icon: "organization",
    value: { ownerId },
  }));
  const enter = {
    key: "enter",
    label: "Enter an account number…",
    icon: "pencil",
    always: true,
    value: "enter",
  } as const;
  return [...items, enter];
}
