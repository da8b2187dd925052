import type { Command } from "./command";
import { compareAccess } from "./compareAccess";
import { connect } from "./connect";
import { explainGiven, explainReachability } from "./explainReachability";
import { keepMoment } from "./keepMoment";
import { testConnection } from "./testConnection";
import { whatCanThisReach } from "./whatCanThisReach";
import { whoCanConnect } from "./whoCanConnect";

/** The same for the language model tools. */
export { explainGiven };

/** What tells who reaches what, and how to get there. */
export const commands: readonly Command[] = [
  whatCanThisReach,
  explainReachability,
  whoCanConnect,
  connect,
  testConnection,
  compareAccess,
  keepMoment,
];
