import type { Grant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { firstSentence } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import type { Services } from "../command";

/** Whom the group lets in, as AWS has it now; where that could not be read, why. */
type Look = { readonly grants: readonly Grant[] } | { readonly unknown: string };

/** Asks in a modal that names what goes. A group that may let somebody in asks for its name besides. */
export async function confirmDelete(target: Target, name: string, services: Services): Promise<boolean> {
  const { ui } = services;
  const look = await lookAtGrants(target, name, services);
  const confirmed = await ui.confirm({
    message: `Delete the cache security group ${name}?`,
    detail: `${whatGoes(look)} (${target.region}, profile ${target.profile}).`,
    action: "Delete",
  });
  const isEmpty = "grants" in look && look.grants.length === 0;
  if (!confirmed || isEmpty) {
    return confirmed;
  }
  const typed = await ui.input({
    at: { title: `Delete ${name}` },
    prompt: `${name} ${"grants" in look ? "lets" : "may let"} somebody in. Type its name to delete it`,
    check: (text) =>
      text === name ? { verdict: "ok" } : { verdict: "error", message: `Type ${name} to delete it` },
  });
  return typed.kind === "answer";
}

/** What was loaded may be old, and nothing need have been: somebody may have been let in since. */
async function lookAtGrants(target: Target, name: string, { state, aws }: Services): Promise<Look> {
  const { groups } = state;
  const asOf = groups.moment();
  const read = await (await aws()).describeCacheSecurityGroup(target, name);
  if (read.ok) {
    groups.apply(target, read.value, asOf);
    return { grants: groups.find(target, name)?.grants ?? read.value.grants };
  }
  // Deleting what is gone already takes nothing from anybody; the answer will say so.
  return read.failure.kind === "notFound" ? { grants: [] } : { unknown: firstSentence(read.failure.message) };
}

function whatGoes(look: Look): string {
  if ("unknown" in look) {
    return `Whom it lets in could not be read: ${look.unknown}`;
  }
  const { grants } = look;
  if (grants.length === 0) {
    return "It lets nobody in";
  }
  const named = grants
    .slice(0, 5)
    .map((grant) => `${grant.ec2SecurityGroupName} of ${grant.ec2SecurityGroupOwnerId}`);
  const count = grants.length === 1 ? "grant" : `${grants.length} grants`;
  return `It goes with its ${count}: ${named.join(", ")}${grants.length > 5 ? "…" : ""}`;
}
