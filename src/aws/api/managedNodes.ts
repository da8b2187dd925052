import type { Outcome } from "../../core/outcome";
import type { ManagedNode } from "../../core/reach/managedNode";
import type { Target } from "../../core/target";
import type { CallOptions } from "../callOptions";

/** What may be asked of Systems Manager. */
export interface ManagedNodesApi {
  /** All pages of the EC2 instances whose agent answers. */
  listManagedNodes(target: Target, options?: CallOptions): Promise<Outcome<readonly ManagedNode[]>>;
}
