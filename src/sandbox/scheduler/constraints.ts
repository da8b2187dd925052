import { ApiError } from "../apiError";
import type { JsonObject } from "../jsonObject";

/** The members of one structure of a request, read as the service model constrains them. */
export class Members {
  readonly #values: JsonObject;
  readonly #path: string;

  constructor(values: JsonObject, path = "") {
    this.#values = values;
    this.#path = path;
  }

  text(name: string, pattern: RegExp, most: number): string | undefined {
    const value = this.#values[name];
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== "string") {
      throw new ApiError("ValidationException", `${this.#named(name)} must be a string.`);
    }
    if (value.length > most) {
      throw this.#unsatisfied(name, value, `Member must have length less than or equal to ${most}`);
    }
    if (!pattern.test(value)) {
      throw this.#unsatisfied(
        name,
        value,
        `Member must satisfy regular expression pattern: ${pattern.source}`,
      );
    }
    return value;
  }

  requiredText(name: string, pattern: RegExp, most: number): string {
    return this.text(name, pattern, most) ?? this.#missing(name);
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const value = this.#values[name];
    const found = values.find((each) => each === value);
    if (found === undefined && value !== undefined && value !== null) {
      throw this.#unsatisfied(
        name,
        String(value),
        `Member must satisfy enum value set: [${values.join(", ")}]`,
      );
    }
    return found;
  }

  number(name: string, least: number, most: number): number | undefined {
    const value = this.#values[name];
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
      throw this.#unsatisfied(name, String(value), `Member must be between ${least} and ${most}`);
    }
    return value;
  }

  structure(name: string): Members | undefined {
    const value = this.#values[name];
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== "object" || Array.isArray(value)) {
      throw new ApiError("ValidationException", `${this.#named(name)} must be a structure.`);
    }
    return new Members({ ...value }, `${this.#named(name)}.`);
  }

  requiredStructure(name: string): Members {
    return this.structure(name) ?? this.#missing(name);
  }

  #missing(name: string): never {
    throw new ApiError(
      "ValidationException",
      `1 validation error detected: Value null at '${this.#named(name)}' failed to satisfy constraint: Member must not be null`,
    );
  }

  #unsatisfied(name: string, value: string, constraint: string): ApiError {
    return new ApiError(
      "ValidationException",
      `1 validation error detected: Value '${value.slice(0, 100)}' at '${this.#named(name)}' failed to satisfy constraint: ${constraint}`,
    );
  }

  /** As the service names it: with a small letter. */
  #named(name: string): string {
    return `${this.#path}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }
}

export const nameForm = /^[0-9a-zA-Z\-_.]+$/;
