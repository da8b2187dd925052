/**
 * Ends this process when the one that started it is gone, however it went. What this one started has pipes to
 * it, and ends with them.
 */
export function exitWithParent() {
  const parent = process.ppid;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => process.exit(1));
  }
  setInterval(() => process.ppid === parent || process.exit(1), 500).unref();
}
