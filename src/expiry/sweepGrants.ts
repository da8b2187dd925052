import type { RememberedGrant } from "../core/expiry/remembered";
import { expireGrants } from "./expireGrants";
import { isIn, mayChange, revoke, type Sweeping, tellOnce } from "./sweeping";

/** Grants have no tags: what this machine remembers of them is all there is. */
export async function sweepGrants(sweeping: Sweeping): Promise<void> {
  const { target, services } = sweeping;
  const { expiry, state } = services;
  const due = expiry
    .remembered()
    .filter((entry): entry is RememberedGrant => entry.kind === "grant" && isIn(target, entry))
    .filter(({ at }) => at <= expiry.now(target));
  if (due.length === 0) {
    return;
  }
  // The profile may stand for another account by now, in which a group of that name is somebody else's.
  const account = (await state.accounts.load(target))?.accountId;
  const ours = due.filter(({ accountId }) => accountId === undefined || accountId === account);
  if (ours.length === 0 || !mayChange(ours.length, sweeping)) {
    return;
  }
  const change = expireGrants(services);
  const judged = await change.look(ours);
  for (const [at, { verdict }] of judged.entries()) {
    const entry = ours[at];
    if (entry && verdict.kind === "alreadySo") {
      await expiry.forget(entry);
    }
  }
  const planned = judged.filter(({ verdict }, at) => {
    const inDoubt = ours[at]?.inDoubt === true && verdict.kind === "toDo";
    if (inDoubt) {
      const { ec2SecurityGroupName: who, cacheSecurityGroupName: where } = ours[at] ?? {};
      const text = `${who} in ${where} was to have expired. Whether it is the one that was made from here is not known: it is left alone`;
      tellOnce(`${where} ${who}`, text, sweeping);
    }
    return verdict.kind !== "alreadySo" && !inDoubt;
  });
  await revoke(change, planned, services);
}
