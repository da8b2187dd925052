import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Bytes that this process keeps, once what it does not is collected. */
export function heapInUse(): number {
  if (typeof collect === "function") {
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
