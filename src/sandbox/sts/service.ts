import { queryService } from "../queryProtocol";
import { getCallerIdentity } from "./getCallerIdentity";

export const sts = queryService({
  name: "sts",
  version: "2011-06-15",
  namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  operations: new Map([["GetCallerIdentity", getCallerIdentity]]),
});
