import type { Expirer } from "../../core/expiry/expiry";
import { namedRole } from "../../core/expiry/namedRole";
import { roleArn } from "../../core/expiry/schedule";
import { type Target, targetAlone } from "../../core/target";
import type { ChangeServices } from "../services";

type Services = { readonly state: Pick<ChangeServices["state"], "accounts" | "settings"> };

/**
 * Who will see to the end of what an item makes, and by which role where it is EventBridge Scheduler. A grant of a cache
 * security group has no tags, and so no schedule that could be told by them.
 */
export async function expirerOf(
  item: Target & { readonly mayTag?: boolean },
  services: Services,
): Promise<{ readonly by: Expirer; readonly role?: string }> {
  if (item.mayTag === false) {
    return { by: "session" };
  }
  const role = "groupId" in item ? await roleOf(targetAlone(item), services) : undefined;
  return role === undefined ? { by: "sweep" } : { by: "schedule", role };
}

/** The role that EventBridge Scheduler assumes for a profile; nothing where none is set. */
export async function roleOf(target: Target, { state }: Services): Promise<string | undefined> {
  const name = namedRole(state.settings(), target.profile);
  if (!name) {
    return undefined;
  }
  const account = state.accounts.get(target.profile) ?? (await state.accounts.load(target));
  return account && roleArn(name, account.accountId, target.region);
}
