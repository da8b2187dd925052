import { ApiError } from "../apiError";
import type { Operation } from "../service";

/**
 * What EC2 does before it looks at anything else: whether the caller may tag what is made, and the dry run.
 * A dry run proves the permission and no more. It foresees neither duplicates nor missing groups nor quotas.
 */
export function permissionsFirst(operation: Operation): Operation {
  return (call) => {
    if (call.params.structures("TagSpecification").length > 0) {
      call.alsoNeeds("CreateTags");
    }
    if (call.params.get("DryRun")?.toLowerCase() === "true") {
      throw new ApiError("DryRunOperation");
    }
    return operation(call);
  };
}
