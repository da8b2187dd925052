// Loaded before the server's own code, and so before that of its extension hosts. The standard input of each is a
// pipe from the process that started it, and ends with that process, however it went. Left alone, an extension
// host lives and writes for some seconds more.
const path = require("node:path");

const isServer = path.basename(process.argv[1] ?? "") === "server-main.js";
if (isServer || process.argv.includes("--type=extensionHost")) {
  process.stdin.on("end", () => process.exit()).on("error", () => process.exit());
  process.stdin.resume();
}
