import type { Grant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { shownText } from "../../core/shownText";
import type { Target } from "../../core/target";

/** A grant that AWS is at work on, and where. */
export interface Changing {
  readonly target: Target;
  readonly group: string;
  readonly grant: Grant;
}

/** What AWS is at work on: one by its name, more by their number. */
export function settlingWords(changing: readonly Changing[]): string {
  const [one, ...others] = changing;
  if (one && others.length === 0) {
    const { grant, group } = one;
    const isGoing = grant.status === "revoking";
    return words(`${isGoing ? "Revoking" : "Authorizing"} ${grant.ec2SecurityGroupName}`, isGoing, group);
  }
  const going = changing.filter(({ grant }) => grant.status === "revoking").length;
  const coming = changing.length - going;
  const parts = [coming > 0 ? `${coming} authorizing` : "", going > 0 ? `${going} revoking` : ""];
  return parts.filter((part) => part !== "").join(", ");
}

/** How it has ended; a grant that is gone has no status. */
export function settledWords({ grant, group }: Changing, status: string | undefined): string {
  const { ec2SecurityGroupName: name } = grant;
  return status === undefined
    ? words(`${name} is revoked`, true, group)
    : words(`${name} is ${status}`, false, group);
}

/** An icon that a name would be is none. */
function words(what: string, isGoing: boolean, group: string): string {
  return shownText(`${what} ${isGoing ? "from" : "in"} ${group}`).replaceAll("$(", "$ (");
}
