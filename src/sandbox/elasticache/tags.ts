import { ApiError, invalidValue } from "../apiError";
import type { Params } from "../params";

/**
 * Refuses what the tagging rules do not allow. A null value is fine, a null key is not.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Tagging-Resources.html
 */
export function checkTags(tags: readonly Params[]): void {
  if (tags.length > 50) {
    throw new ApiError("TagQuotaPerResourceExceeded");
  }
  const keys = new Set<string>();
  for (const tag of tags) {
    const key = tag.get("Key") ?? "";
    if (key === "") {
      throw invalidValue("Tag keys must not be null or empty.");
    }
    if (key.length > 128) {
      throw invalidValue("Tag keys must be no longer than 128 characters.");
    }
    if ((tag.get("Value") ?? "").length > 256) {
      throw invalidValue("Tag values must be no longer than 256 characters.");
    }
    if (/^aws:/i.test(key)) {
      throw invalidValue("Tag keys must not begin with aws: which is reserved.");
    }
    if (keys.has(key)) {
      throw invalidValue(`Tag keys must be unique: ${key}`);
    }
    keys.add(key);
  }
}
