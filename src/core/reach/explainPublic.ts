import type { Cache } from "../caches/cache";
import { asSteps, conclude, type Explanation } from "./explanation";
import { notice } from "./finding";

/** A public serverless cache is in no VPC: the network between is the internet's, and who may connect IAM's. */
export function explainPublic({ id }: Cache): Explanation {
  const tls = `${id} is reached over the internet, and takes connections with TLS only.`;
  const iam = `${id} asks for a user who signs in with IAM: elasticache:Connect.`;
  return conclude([
    ...asSteps("transport", [notice(id, tls)]),
    ...asSteps("authentication", [notice(id, iam)]),
  ]);
}
