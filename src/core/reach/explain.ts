import { addressOf } from "./address";
import { authentication } from "./authentication";
import { cacheIngress } from "./cacheIngress";
import { destinationAclIn } from "./destinationAclIn";
import { destinationAclOut } from "./destinationAclOut";
import { asSteps, conclude, type Explanation } from "./explanation";
import { blocks } from "./finding";
import { name } from "./name";
import type { Question } from "./question";
import { returnRoute } from "./returnRoute";
import { routeSteps } from "./routeSteps";
import type { Snapshot } from "./snapshot";
import { findSource } from "./source";
import { sourceAclIn } from "./sourceAclIn";
import { sourceAclOut } from "./sourceAclOut";
import { sourceEgress } from "./sourceEgress";
import { transport } from "./transport";
import { wayBack } from "./wayBack";
import { wayThere } from "./wayThere";

/**
 * Whether a source reaches an address on a TCP port, there and back, and what each object on the way does with it.
 * Nothing is asked of AWS: everything that is known is in the snapshot, and what is not is said to be unknown.
 */
export function explain(snapshot: Snapshot, { from, to, port }: Question): Explanation {
  const address = addressOf(to.address);
  if (address === undefined) {
    const text = `${to.address} is not an address.`;
    return conclude(asSteps("source", [blocks(to.address, text, { code: "NO_SOURCE_OR_DESTINATION" })]));
  }
  const source = findSource(snapshot, from, address);
  const first = asSteps("source", source.findings);
  if (source.is === "nobody") {
    return conclude(first);
  }
  const there = wayThere(snapshot, source, address, port);
  const { destination, seenAs, isOneSubnet } = there;
  const back = destination && seenAs && !isOneSubnet ? wayBack(there, destination, seenAs) : undefined;
  return conclude([
    ...first,
    ...sourceEgress(there),
    ...sourceAclOut(there),
    ...routeSteps(there),
    ...destinationAclIn(there),
    ...cacheIngress(there),
    ...destinationAclOut(back),
    ...returnRoute(back),
    ...sourceAclIn(there, back),
    ...name(there),
    ...transport(there),
    ...authentication(there),
  ]);
}
