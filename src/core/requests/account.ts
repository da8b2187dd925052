import { read } from "./request";

/** Whose account the credentials are of. Needs no permission. */
export const accountRequests = {
  callerIdentity: () => read("sts", "GetCallerIdentity", {}),
};
