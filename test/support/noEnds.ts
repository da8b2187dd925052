import { Ends } from "../../src/store/expiry/ends";

/** For worlds in which nothing ends. */
export function noEnds(): Ends {
  return new Ends();
}
