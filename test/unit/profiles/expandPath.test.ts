import assert from "node:assert/strict";
import { expandPath } from "../../../src/profiles/sharedConfig/files";

const environment = { USERPROFILE: "C:\\Users\\jane", WORK: "work", "X (86)": "x" };
const on = (platform: NodeJS.Platform) => (path: string) =>
  expandPath(path, { environment, home: "/home/jane" }, platform);

describe("a path in the environment or in the AWS files", () => {
  it("has its variables expanded in Windows' way too, on Windows: as Python's ntpath.expandvars", () => {
    const expanded = on("win32");
    assert.equal(expanded("%USERPROFILE%\\work\\aws-config"), "C:\\Users\\jane\\work\\aws-config");
    assert.equal(expanded(`C:\\%WORK%\\$WORK\\\${WORK}`), "C:\\work\\work\\work");
    assert.equal(expanded("%X (86)%\\a"), "x\\a");
    assert.equal(expanded("%MISSING%\\a"), "%MISSING%\\a");
    assert.equal(expanded("100%%\\%WORK%"), "100%\\work");
    assert.equal(expanded("50%\\a"), "50%\\a");
    assert.equal(expanded("'%WORK%'\\%WORK%"), "'%WORK%'\\work");
  });

  it("leaves percent signs alone elsewhere, and quotation marks too: as posixpath.expandvars", () => {
    const expanded = on("linux");
    assert.equal(expanded(`/%WORK%/$WORK/\${WORK}/'$WORK'`), "/%WORK%/work/work/'work'");
    assert.equal(expanded("/a%%b/$MISSING"), "/a%%b/$MISSING");
  });
});
