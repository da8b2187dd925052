/** An error as the log has it, with where it was thrown. What is thrown and is no error may be anything. */
export function errorForLog(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : "an unknown error";
}
