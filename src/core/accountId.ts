import type { Check } from "./check";

declare const accountId: unique symbol;

/** An AWS account number: exactly twelve digits. Made only by {@link parseAccountId}. */
export type AccountId = string & { readonly [accountId]: true };

export type AccountIdProblem = "empty" | "accessKeyId" | "notDigits" | "tooShort" | "tooLong";

export type ParsedAccountId =
  | { readonly ok: true; readonly value: AccountId }
  | { readonly ok: false; readonly problem: AccountIdProblem; readonly message: string };

// The prefixes of IAM's unique identifiers: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
const accessKeyId = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{4,}$/i;

/**
 * Reads an account number as people write it: dashes and spaces are dropped, as in the API reference's own
 * sample request (`1234-5678-1234`). Anything else than twelve digits comes back with a sentence saying what
 * is wrong with it.
 */
export function parseAccountId(text: string): ParsedAccountId {
  const compact = text.replace(/[\s\-\u2010-\u2015]/g, "");
  if (compact === "") {
    return refuse("empty", "Enter the 12-digit account number of the EC2 security group's owner");
  }
  if (accessKeyId.test(compact)) {
    return refuse(
      "accessKeyId",
      "This is an access key ID, not an account number. An account number has 12 digits",
    );
  }
  if (!/^[0-9]+$/.test(compact)) {
    return refuse("notDigits", "An account number has digits only, dashes and spaces aside");
  }
  if (compact.length !== 12) {
    const digits = compact.length === 1 ? "1 digit" : `${compact.length} digits`;
    const problem = compact.length < 12 ? "tooShort" : "tooLong";
    return refuse(problem, `An account number has 12 digits; this has ${digits}`);
  }
  return { ok: true, value: compact as AccountId };
}

function refuse(problem: AccountIdProblem, message: string): ParsedAccountId {
  return { ok: false, problem, message };
}

/** Says what is wrong with an account number as it is typed. */
export function checkAccountId(text: string): Check {
  const parsed = parseAccountId(text);
  return parsed.ok ? { verdict: "ok" } : { verdict: "error", message: parsed.message };
}
