// Loaded into the server before its own code: its standard input is a pipe from the script that started it, and
// ends with it, however that went. Its children inherit this file and watch their own pipes or nothing.
const path = require("node:path");

if (path.basename(process.argv[1] ?? "") === "server-main.js") {
  process.stdin.on("end", () => process.exit()).on("error", () => process.exit());
  process.stdin.resume();
}
