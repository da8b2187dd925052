import type { Target } from "../../core/target";
import type { Services } from "../command";

/** Asks in a modal that names what goes. A group that lets somebody in asks for its name besides. */
export async function confirmDelete(target: Target, name: string, { state, ui }: Services): Promise<boolean> {
  const grants = state.groups.find(target, name)?.grants ?? [];
  const where = `${target.region}, profile ${target.profile}`;
  const confirmed = await ui.confirm({
    message: `Delete the cache security group ${name}?`,
    detail:
      grants.length === 0
        ? `It lets nobody in (${where}).`
        : `It goes with its ${grants.length === 1 ? "grant" : `${grants.length} grants`}: ${grants
            .slice(0, 5)
            .map((grant) => `${grant.ec2SecurityGroupName} of ${grant.ec2SecurityGroupOwnerId}`)
            .join(", ")}${grants.length > 5 ? "…" : ""} (${where}).`,
    action: "Delete",
  });
  if (!confirmed || grants.length === 0) {
    return confirmed;
  }
  const typed = await ui.input({
    at: { title: `Delete ${name}` },
    prompt: `${name} lets somebody in. Type its name to delete it`,
    check: (text) =>
      text === name ? { verdict: "ok" } : { verdict: "error", message: `Type ${name} to delete it` },
  });
  return typed.kind === "answer";
}
