import assert from "node:assert/strict";
import { accounts } from "../../src/sandbox/accounts";

/** The keys, and halves of them. */
const secrets = accounts.flatMap(({ secretAccessKey: key }) => [key, key.slice(16), key.slice(0, -8)]);

/** Nothing of what is shown, logged or kept holds a key, or what a request was signed with. */
export function assertNoSecret(...seen: readonly unknown[]): void {
  const text = JSON.stringify(seen);
  for (const secret of [...secrets, "Signature="]) {
    assert.ok(
      !text.includes(secret),
      `a secret is in ${text.slice(Math.max(text.indexOf(secret) - 200, 0), text.indexOf(secret))}`,
    );
  }
}
