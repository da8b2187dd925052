import { ApiError } from "./apiError";

export type JsonObject = Readonly<Record<string, unknown>>;

/** The body of a request that is written as JSON; an empty one is an empty object. */
export function jsonObject(body: Buffer): JsonObject {
  if (body.length === 0) {
    return {};
  }
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { ...value };
    }
  } catch {
    // What is no JSON is refused like JSON that is no object.
  }
  throw new ApiError("ValidationException", "The request's body is not a JSON object.");
}
