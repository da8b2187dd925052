// Loaded before the server's own code, and so before that of its extension hosts. The standard input of each is a
// pipe from the process that started it, and ends with that process, however it went. Left alone, an extension
// host lives and writes for some seconds more; one that is frozen lives on until the server ends its process group.
const path = require("node:path");

const isServer = path.basename(process.argv[1] ?? "") === "server-main.js";

function end() {
  try {
    if (isServer && process.platform !== "win32") {
      process.kill(-process.pid, "SIGKILL");
    }
  } finally {
    process.exit();
  }
}

if (isServer || process.argv.includes("--type=extensionHost")) {
  process.stdin.on("end", end).on("error", end);
  process.stdin.resume();
}
