import { checkEc2SecurityGroupName } from "../../core/cacheSecurityGroups/ec2SecurityGroupName";
import { classicSources, distinctSources, type Source } from "../../core/cacheSecurityGroups/ec2Sources";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry, PickItem } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { type AuthorizeContext, knownGroups } from "./context";

type Choice = { readonly name: string; readonly ownerId?: string } | "enter";

/** Asks for the EC2 security group's name: from what is known, or entered. */
export const ec2SecurityGroupStep: Step<AuthorizeContext> = {
  field: "ec2SecurityGroupName",
  isNeeded: ({ given }) => given.ec2SecurityGroupName === undefined,
  async ask(context, at, ui) {
    const known = sourcesKnown(context);
    const offered = new Set(known.map(({ name }) => name));
    for (;;) {
      const answer = await ui.pick<Choice>({
        at,
        placeholder: "The EC2 security group to let in: choose one, or type its name",
        items: entries(known),
        later: listed(context).then((live) => {
          for (const { name } of live) {
            offered.add(name);
          }
          return entries([...live, ...known]);
        }),
        isActive: (choice) =>
          choice !== "enter" &&
          choice.name === context.ec2SecurityGroupName &&
          choice.ownerId === context.suggestedOwner,
        fromText: (text) => (offered.has(text) ? undefined : typedName(text)),
      });
      if (answer.kind !== "answer" || answer.value !== "enter") {
        return takeAnswer(answer, (choice) => choice !== "enter" && choose(context, choice));
      }
      const entered = await ui.input({
        at: { ...at, canGoBack: true },
        prompt: "The EC2 security group's name, not its ID",
        value: context.ec2SecurityGroupName ?? "",
        check: checkEc2SecurityGroupName,
      });
      if (entered.kind !== "back") {
        return takeAnswer(entered, (name) => choose(context, { name }));
      }
    }
  },
};

function choose(context: AuthorizeContext, { name, ownerId }: { name: string; ownerId?: string }): void {
  context.ec2SecurityGroupName = name;
  if (ownerId === undefined) {
    delete context.suggestedOwner;
  } else {
    context.suggestedOwner = ownerId;
  }
}

/** Names granted elsewhere in the target, and recent ones. */
function sourcesKnown(context: AuthorizeContext): readonly Source[] {
  const granted = knownGroups(context).flatMap((group) =>
    group.grants.map(
      (grant): Source => ({
        name: grant.ec2SecurityGroupName,
        ownerId: grant.ec2SecurityGroupOwnerId,
        from: "granted",
        about: `let in by ${group.name}`,
      }),
    ),
  );
  const recent = context.services.recent
    .all()
    .map(({ name, ownerId }): Source => ({ name, ownerId, from: "recent", about: "used lately" }));
  return [...granted, ...recent];
}

/** The EC2 security groups of the same region. Without the permission to list them the list is only shorter. */
async function listed(context: AuthorizeContext): Promise<readonly Source[]> {
  const aws = await context.services.aws();
  const answer = await aws.listVpcGroups(targetOf(context));
  return answer.ok ? classicSources(answer.value) : [];
}

const headings = { live: "in this account", granted: "already granted here", recent: "recent" } as const;

function entries(sources: readonly Source[]): readonly PickEntry<Choice>[] {
  const distinct = distinctSources(sources);
  const sections = (["live", "granted", "recent"] as const).flatMap((from) => {
    const items = distinct.filter((source) => source.from === from).map(toItem);
    return items.length === 0 ? [] : [{ separator: headings[from] }, ...items];
  });
  const enter = {
    key: "enter",
    label: "Enter a name…",
    icon: "pencil",
    always: true,
    value: "enter",
  } as const;
  return [...sections, enter];
}

function toItem({ name, ownerId, about }: Source): PickItem<Choice> {
  return {
    key: entryKey("source", name, ownerId ?? ""),
    label: name,
    description: [ownerId, about].filter(Boolean).join(" · "),
    icon: "server",
    value: { name, ...(ownerId === undefined ? {} : { ownerId }) },
  };
}

function typedName(text: string): PickItem<Choice> {
  const check = checkEc2SecurityGroupName(text);
  return {
    // VS Code puts entries whose label matches first: the typed text stands in the description, after the list's.
    key: entryKey("typed", text),
    label: "Use what is typed",
    description: text,
    icon: check.verdict === "ok" ? "pencil" : "warning",
    ...(check.verdict === "ok" ? {} : { detail: check.message }),
    value: { name: text },
  };
}
