/** How much a line of the log matters: `error` for a fault of ours, `trace` for what the sandbox was asked. */
export type LogLevel = "info" | "error" | "trace";

export type WriteLog = (line: string, level?: LogLevel) => void;
