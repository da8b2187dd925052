import { parseAccountId } from "../accountId";
import type { IngressSource } from "../cacheSecurityGroups/ingress";

/** A source, or a sentence that says what is wrong. */
export type ReadSource =
  | { readonly ok: true; readonly source: IngressSource }
  | { readonly ok: false; readonly message: string };

/** A source from its two texts. */
export function readSource(name: string, owner: string): ReadSource {
  if (name === "") {
    return wrong("The name of the EC2 security group is missing");
  }
  // Spreadsheets show long numbers so, and save what they show.
  if (/^\d[.,]\d+E\+?\d+$/i.test(owner.trim())) {
    return wrong("A spreadsheet has rounded this account number; format its column as text");
  }
  const parsed = parseAccountId(owner);
  return parsed.ok
    ? { ok: true, source: { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: parsed.value } }
    : wrong(parsed.problem === "empty" ? ownerMissing : parsed.message);
}

export const ownerMissing = "The account number of the owner is missing";

export function wrong(message: string): ReadSource {
  return { ok: false, message };
}

export function isOwner(text: string): boolean {
  return parseAccountId(text).ok;
}
