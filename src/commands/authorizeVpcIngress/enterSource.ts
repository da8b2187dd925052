import { joined } from "../../core/joined";
import { parseCidr } from "../../core/rules/cidr";
import { isPrefixListId } from "../../core/rules/givenSource";
import { checkCidr, checkGroupReference, cidrSource } from "../../core/rules/typedSource";
import { parseGroupReference } from "../../core/rules/vpcSecurityGroup";
import { failureNote, typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import { mapAnswer, type OtherWay } from "../../ui/pickOrEnter";
import type { Answer, PickEntry, Position, Ui } from "../../ui/ui";
import { enterOwner } from "../steps/enterOwner";
import { targetOf } from "../steps/targetStep";
import type { AuthorizeVpcContext } from "./context";
import type { NamedSource } from "./sourceEntries";

/** The ways to name a source that is not in the live list. */
export function otherWays(context: AuthorizeVpcContext): readonly OtherWay<NamedSource>[] {
  return [
    {
      key: "cidr",
      label: "Enter a CIDR block…",
      description: "IPv4 or IPv6 addresses",
      icon: "symbol-numeric",
      always: true,
      ask: (at, ui) => enterCidr(context, at, ui),
    },
    {
      key: "otherAccount",
      label: "Enter another account's group…",
      description: "by ID and owner, over a VPC peering",
      icon: "organization",
      always: true,
      ask: (at, ui) => enterGroup(targetOf(context).region, at, ui),
    },
    {
      key: "prefixList",
      label: "Choose a prefix list…",
      description: "blocks with a name",
      icon: "list-unordered",
      always: true,
      ask: (at, ui) => choosePrefixList(context, at, ui),
    },
  ];
}

async function enterCidr(
  { source }: AuthorizeVpcContext,
  at: Position,
  ui: Ui,
): Promise<Answer<NamedSource>> {
  const answer = await ui.input({
    at,
    prompt: "A block of addresses, with a prefix length: one address is /32, or /128 in IPv6",
    placeholder: "10.0.0.0/16",
    value: source && "cidr" in source ? source.cidr : "",
    check: checkCidr,
  });
  return mapAnswer(answer, (text) => {
    const parsed = parseCidr(text);
    return { source: parsed.ok ? cidrSource(parsed.value.text, parsed.value.family) : cidrSource(text, 4) };
  });
}

async function enterGroup(region: string, at: Position, ui: Ui): Promise<Answer<NamedSource>> {
  const id = await ui.input({
    at,
    prompt: "The group's ID, owner/ID, or ARN. Its VPC and this one must be peered",
    placeholder: "123456789012/sg-0123456789abcdef0",
    check: (text) => checkGroupReference(text, region),
  });
  if (id.kind !== "answer") {
    return id;
  }
  const group = parseGroupReference(id.value);
  if (typeof group === "string") {
    return { kind: "cancel" };
  }
  const { groupId } = group;
  const prompt = `The 12-digit account number of the owner of ${groupId}`;
  const owner =
    group.ownerId === undefined
      ? await enterOwner(prompt, "", at, ui)
      : ({ kind: "answer", value: group.ownerId } as const);
  return mapAnswer(owner, (ownerId) => ({ source: { kind: "securityGroup", groupId, ownerId } }));
}

function choosePrefixList(context: AuthorizeVpcContext, at: Position, ui: Ui): Promise<Answer<NamedSource>> {
  return ui.pick<NamedSource>({
    at,
    placeholder: "The prefix list, or its ID",
    items: [],
    later: prefixLists(context),
    fromText: (text) => {
      const prefixListId = text.trim();
      return isPrefixListId(prefixListId)
        ? typedEntry(prefixListId, { source: { kind: "prefixList", prefixListId } })
        : undefined;
    },
  });
}

async function prefixLists(context: AuthorizeVpcContext): Promise<readonly PickEntry<NamedSource>[]> {
  const answer = await (await context.services.aws()).listPrefixLists(targetOf(context));
  if (!answer.ok) {
    return [failureNote(answer.failure, targetOf(context))];
  }
  return answer.value.map(({ id, name, ownerId, family }) => ({
    key: entryKey("prefixList", id),
    label: name,
    description: joined(id, family, ownerId),
    icon: "list-unordered",
    value: { source: { kind: "prefixList", prefixListId: id }, name },
  }));
}
