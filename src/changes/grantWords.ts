import { type IngressItem, storedName } from "../core/cacheSecurityGroups/items";
import { clockTime } from "../core/clockTime";
import { listedByTarget } from "../core/formats/listedByTarget";
import { count } from "../core/plural";
import { shownLines } from "../core/shownText";
import { targetKey } from "../core/target";
import type { Settled } from "../store/follower";
import type { EndMessage, Question } from "./change";

/** Names exactly what goes. */
export function revokeGrantsQuestion(items: readonly IngressItem[]): Question {
  const [only] = items;
  if (only && items.length === 1) {
    return {
      message: `Revoke ${grantedWords(only)} from ${only.cacheSecurityGroupName}?`,
      detail: shownLines([
        `What runs in that EC2 security group will not reach the caches in ${only.cacheSecurityGroupName} (${only.region}, profile ${only.profile}) any more.`,
      ]),
      action: "Revoke",
    };
  }
  const groups = new Set(
    items.map((item) => `${targetKey(item)}\n${storedName(item.cacheSecurityGroupName)}`),
  );
  return {
    message: `Revoke ${count(items.length, "grant")} from ${count(groups.size, "cache security group")}?`,
    detail: shownLines([
      "What runs in these EC2 security groups will not reach the caches any more:",
      "",
      ...listedByTarget(
        items,
        (item) =>
          `${item.ec2SecurityGroupName} of ${item.ec2SecurityGroupOwnerId}, from ${item.cacheSecurityGroupName}`,
      ),
    ]),
    action: "Revoke",
  };
}

/** How a grant that was authorized has ended. `since`: when that began, by this machine's clock. */
export function authorizedMessage(
  settled: Settled,
  item: IngressItem,
  since: number,
): EndMessage | undefined {
  switch (settled.end) {
    case "settled":
      return settled.grant.status === "authorized"
        ? good(`${grantedWords(item)} is authorized in ${where(item)}`)
        : odd(`${grantedWords(item)} now has the status ${settled.grant.status} in ${where(item)}`, true);
    case "gone":
      return odd(`${grantedWords(item)} was authorized and is gone again from ${where(item)}`, false);
    case "timedOut":
      return odd(
        `${grantedWords(item)} has been authorizing since ${clockTime(since)} in ${where(item)}; Refresh looks again`,
        true,
      );
    case "stopped":
      return undefined;
  }
}

/** How one that was revoked has. */
export function revokedMessage(settled: Settled, item: IngressItem): EndMessage | undefined {
  switch (settled.end) {
    case "gone":
      return good(`${grantedWords(item)} is revoked from ${where(item)}`);
    case "settled":
      return odd(
        `${grantedWords(item)} has the status ${settled.grant.status} again in ${where(item)}`,
        false,
      );
    case "timedOut":
      return odd(
        `${grantedWords(item)} is still being revoked from ${where(item)}; Refresh looks again`,
        false,
      );
    case "stopped":
      return undefined;
  }
}

function good(text: string): EndMessage {
  return { severity: "information", text, canUndo: true };
}

function odd(text: string, canUndo: boolean): EndMessage {
  return { severity: "warning", text, canUndo };
}

/** Whom a grant lets in. */
export function grantedWords({ ec2SecurityGroupName, ec2SecurityGroupOwnerId }: IngressItem): string {
  return `${ec2SecurityGroupName} of account ${ec2SecurityGroupOwnerId}`;
}

function where({ cacheSecurityGroupName, region, profile }: IngressItem): string {
  return `${cacheSecurityGroupName} in ${region} (${profile})`;
}
