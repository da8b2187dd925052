import type { Fault } from "./fault";
import { connections } from "./rows/connections";

/** The rows of the table. */
export const faults: readonly Fault[] = [...connections];
