import type { IngressItem } from "../../core/cacheSecurityGroups/items";
import { endSentence, notOurs } from "../../core/expiry/endWords";
import type { End } from "../../core/expiry/expiry";
import { endOf } from "../../core/expiry/givenEnd";
import type { RememberedGrant } from "../../core/expiry/remembered";
import { isInDoubt } from "../../core/failures/failureScope";
import type { Failure } from "../../core/failures/failures";
import { failed, type Outcome } from "../../core/outcome";
import { targetAlone } from "../../core/target";
import type { ChangeServices } from "../services";
import { type Ending, endFailure } from "./ruleEnd";

/** A grant that may be to end. */
export interface GrantItem extends IngressItem, Ending {
  /** When it was to end, of one that is revoked. */
  readonly end?: End;
}

type Services = Pick<ChangeServices, "state" | "expiry">;

/**
 * Makes a grant, and remembers its end: it has neither an id nor tags. The end is on the disk before anything is sent, so
 * that a window which is killed in between leaves no grant of which nobody knows that it was to end.
 */
export async function makeGrant<T>(
  item: GrantItem,
  services: Services,
  send: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const wrong = endFailure(item, services);
  if (wrong) {
    return failed(wrong);
  }
  const { expiry } = services;
  const before = expiry.grant(item);
  if (item.expires) {
    await services.state.accounts.load(targetAlone(item));
  }
  const pending = item.expires && { ...rememberedGrant(item, services), inDoubt: true as const };
  if (pending) {
    const unwritten = await written(expiry.remember(pending));
    if (unwritten) {
      return failed(unwritten);
    }
  }
  const answer = await send();
  if (answer.ok && answer.found) {
    // A look has found it after an answer was lost. Whose it is, is for the driver to say.
    return answer;
  }
  if (answer.ok) {
    // Once more, by the time that the answer has told. One without an end is no other grant's that had one.
    await (pending
      ? written(expiry.remember(rememberedGrant(item, services)))
      : before && expiry.forget(before));
  } else if (pending && !isInDoubt(answer.failure)) {
    // It was refused: what was remembered before is so still.
    await (before ? written(expiry.remember(before)) : expiry.forget(pending));
  }
  return answer;
}

/** Keeps the end of a grant that was found made, and is ours: its answer was lost. */
export async function keepFoundEnd(item: GrantItem, services: Services): Promise<void> {
  const pending = item.expires && services.expiry.grant(item);
  if (pending?.inDoubt) {
    const { inDoubt: _, ...known } = pending;
    await written(services.expiry.remember(known));
  }
}

/** Remembers another end of a grant that is there. Why it could not, where it could not. */
export async function rememberGrant(item: GrantItem, services: Services): Promise<Failure | undefined> {
  await services.state.accounts.load(targetAlone(item));
  return written(services.expiry.remember(rememberedGrant(item, services)));
}

/** Nothing is left to end. Whether it is forgotten then. */
export async function forgetGrant(item: IngressItem, { expiry }: Pick<Services, "expiry">): Promise<boolean> {
  const known = expiry.grant(item);
  return known === undefined || expiry.forget(known);
}

/** The end of a grant in words, behind what was made of it. */
export function grantEndWords(item: GrantItem, { expiry }: Services): string {
  if (!item.expires) {
    return "";
  }
  const end = expiry.ofGrant(item);
  return `. It ${end ? endSentence(end) : notOurs}`;
}

/** What this machine is to remember of a grant that is made now. */
function rememberedGrant(item: GrantItem, { state, expiry }: Services): RememberedGrant {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId } = item;
  const accountId = state.accounts.get(item.profile)?.accountId;
  const now = expiry.now(item);
  return {
    ...{ kind: "grant", ...targetAlone(item) },
    ...{ cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId },
    ...(accountId === undefined ? {} : { accountId }),
    at: item.expires ? endOf(item.expires, now) : now,
  };
}

/** Why something could not be written down. */
async function written(writing: Promise<void>): Promise<Failure | undefined> {
  try {
    await writing;
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : "an unknown error";
    return {
      kind: "unexpected",
      message: `The end could not be written down on this machine, so nothing was sent: ${why}`,
    };
  }
}
