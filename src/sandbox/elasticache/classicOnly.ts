import { invalidValue } from "../apiError";
import type { Operation } from "../service";

/** Refuses in AWS's own words where the account has no EC2-Classic, before anything else is looked at. */
export function classicOnly(operation: Operation): Operation {
  return (call) => {
    if (call.account.classic) {
      return operation(call);
    }
    throw invalidValue("Use of cache security groups is not permitted in this API version for your account.");
  };
}
