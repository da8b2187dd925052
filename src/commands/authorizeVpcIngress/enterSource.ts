import { parseAccountId } from "../../core/accountId";
import type { Check } from "../../core/check";
import { firstSentence } from "../../core/failures/failures";
import { parseCidr } from "../../core/rules/cidr";
import { isPrefixListId, otherRegion } from "../../core/rules/givenSource";
import type { RuleSource } from "../../core/rules/rule";
import { parseGroupReference } from "../../core/rules/vpcSecurityGroup";
import { entryKey } from "../../ui/entryKey";
import type { Answer, PickEntry, Position, Ui } from "../../ui/ui";
import { targetOf } from "../steps/targetStep";
import type { AuthorizeVpcContext } from "./context";
import type { SourceChoice, SourceKind } from "./sourceEntries";
import { breadthNote, cidrSource } from "./typedSource";

type Entered = Exclude<SourceChoice, SourceKind>;

/** Asks for a source that is not in the live list. */
export function enterSource(
  kind: SourceKind,
  context: AuthorizeVpcContext,
  at: Position,
  ui: Ui,
): Promise<Answer<Entered>> {
  switch (kind) {
    case "cidr":
      return enterCidr(context, at, ui);
    case "otherAccount":
      return enterGroup(context, at, ui);
    case "prefixList":
      return choosePrefixList(context, at, ui);
  }
}

async function enterCidr({ source }: AuthorizeVpcContext, at: Position, ui: Ui): Promise<Answer<Entered>> {
  const answer = await ui.input({
    at,
    prompt: "A block of addresses, with a prefix length: one address is /32, or /128 in IPv6",
    placeholder: "10.0.0.0/16",
    value: source && "cidr" in source ? source.cidr : "",
    check: checkCidr,
  });
  return mapped(answer, (text) => {
    const parsed = parseCidr(text);
    const source = parsed.ok ? cidrSource(parsed.value.text, parsed.value.family) : cidrSource(text, 4);
    return { source };
  });
}

/** Says on every key what is wrong with a block, and warns of an open one. */
export function checkCidr(text: string): Check {
  const parsed = parseCidr(text);
  if (!parsed.ok) {
    return { verdict: "error", message: parsed.message };
  }
  const wide = breadthNote(cidrSource(parsed.value.text, parsed.value.family));
  return wide === undefined
    ? { verdict: "ok" }
    : { verdict: "warning", message: `${parsed.value.text}: ${wide}` };
}

async function enterGroup(context: AuthorizeVpcContext, at: Position, ui: Ui): Promise<Answer<Entered>> {
  const { region } = targetOf(context);
  const id = await ui.input({
    at,
    prompt: "The group's ID, owner/ID, or ARN. Its VPC and this one must be peered",
    placeholder: "123456789012/sg-0123456789abcdef0",
    check: (text) => {
      const group = parseGroupReference(text);
      if (typeof group === "string") {
        return { verdict: "error", message: group };
      }
      return group.region === undefined || group.region === region
        ? { verdict: "ok" }
        : { verdict: "error", message: otherRegion(group.groupId, group.region, region) };
    },
  });
  if (id.kind !== "answer") {
    return id;
  }
  const group = parseGroupReference(id.value);
  if (typeof group === "string") {
    return { kind: "cancel" };
  }
  const source = (ownerId: string): RuleSource => ({
    kind: "securityGroup",
    groupId: group.groupId,
    ownerId,
  });
  if (group.ownerId !== undefined) {
    return { kind: "answer", value: { source: source(group.ownerId) } };
  }
  const owner = await ui.input({
    at,
    prompt: `The 12-digit account number of the owner of ${group.groupId}`,
    placeholder: "1234-5678-1234",
    check: (text) => {
      const parsed = parseAccountId(text);
      return parsed.ok ? { verdict: "ok" } : { verdict: "error", message: parsed.message };
    },
  });
  return mapped(owner, (text) => {
    const parsed = parseAccountId(text);
    return { source: source(parsed.ok ? parsed.value : text) };
  });
}

async function choosePrefixList(
  context: AuthorizeVpcContext,
  at: Position,
  ui: Ui,
): Promise<Answer<Entered>> {
  return ui.pick<Entered>({
    at,
    placeholder: "The prefix list, or its ID",
    items: [],
    later: prefixLists(context),
    fromText: (text) =>
      isPrefixListId(text.trim())
        ? {
            key: entryKey("typed", text.trim()),
            label: `Use ${text.trim()}`,
            icon: "pencil",
            value: { source: { kind: "prefixList", prefixListId: text.trim() } },
          }
        : undefined,
  });
}

async function prefixLists(context: AuthorizeVpcContext): Promise<readonly PickEntry<Entered>[]> {
  const answer = await (await context.services.aws()).listPrefixLists(targetOf(context));
  if (!answer.ok) {
    return [{ label: firstSentence(answer.failure.message), icon: "warning", note: true }];
  }
  return answer.value.map(({ id, name, ownerId, family }) => ({
    key: entryKey("prefixList", id),
    label: name,
    description: [id, family, ownerId].filter(Boolean).join(" · "),
    icon: "list-unordered",
    value: { source: { kind: "prefixList", prefixListId: id }, name },
  }));
}

function mapped<T, U>(answer: Answer<T>, to: (value: T) => U): Answer<U> {
  return answer.kind === "answer" ? { kind: "answer", value: to(answer.value) } : answer;
}
