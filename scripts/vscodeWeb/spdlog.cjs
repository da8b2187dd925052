// Takes the place of VS Code's logger in the fetched server. The real one is a native module, and nothing is
// compiled here; without it, no log of an extension or of the extension host would be written, and the
// output channels would stay empty.
const fs = require("node:fs");
const path = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  /** @param {string} _type @param {string} _name @param {string} file */
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    // VS Code shows an output channel by its file, so an empty one has to be there.
    fs.appendFileSync(file, "");
  }

  /** @param {number} level @param {string} message */
  write(level, message) {
    if (level < this.level) {
      return;
    }
    const time = new Date().toISOString().replace("T", " ").replace("Z", "");
    fs.appendFileSync(this.file, this.raw ? message : `${time} [${levels[level]}] ${message}\n`);
  }

  /** @param {string} message */
  trace(message) {
    this.write(0, message);
  }

  /** @param {string} message */
  debug(message) {
    this.write(1, message);
  }

  /** @param {string} message */
  info(message) {
    this.write(2, message);
  }

  /** @param {string} message */
  warn(message) {
    this.write(3, message);
  }

  /** @param {string} message */
  error(message) {
    this.write(4, message);
  }

  /** @param {string} message */
  critical(message) {
    this.write(5, message);
  }

  getLevel() {
    return this.level;
  }

  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }

  /** @param {string} pattern */
  setPattern(pattern) {
    this.raw = pattern === "%v";
  }

  clearFormatters() {
    this.raw = true;
  }

  flush() {}

  drop() {}
}

/** @param {string} name @param {string} file */
async function createRotatingLogger(name, file) {
  return new Logger("rotating", name, file);
}

// One by one: VS Code imports these by name, and Node finds names that are exported like this.
exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
