import { ApiError } from "../apiError";
import type { Operation } from "../service";
import { taggedResource } from "./createTags";

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteTags.html
 *
 * A tag that is not there is no error; one that is named with a value goes only where it has that value.
 */
export const deleteTags: Operation = (call) => {
  const ids = call.params.list("ResourceId");
  if (ids.length === 0) {
    throw new ApiError("MissingParameter", "The request must contain the parameter resourceIdSet");
  }
  const named = call.params.structures("Tag");
  for (const tags of ids.map((id) => taggedResource(call, id))) {
    for (const tag of named) {
      const [key, value] = [tag.get("Key") ?? "", tag.get("Value")];
      if (value === undefined || tags.get(key) === value) {
        tags.delete(key);
      }
    }
    if (named.length === 0) {
      tags.clear();
    }
  }
  return { return: true };
};
