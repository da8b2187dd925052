import { type ErrorCode, errors } from "./errors";

/** An answer that says no, as the service models describe it. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;

  /** Without a message, the model's own words for the code. */
  constructor(code: ErrorCode, message?: string) {
    const known = errors[code];
    super(message ?? known.message);
    this.code = code;
    this.status = known.status;
  }
}

export function invalidValue(message: string): ApiError {
  return new ApiError("InvalidParameterValue", message);
}
