import assert from "node:assert/strict";
import { expandPath } from "../../../src/profiles/sharedConfig/files";

const environment = { USERPROFILE: "C:\\Users\\jane", TEAM: "team", "X (86)": "x" };
const on = (platform: NodeJS.Platform) => (path: string) =>
  expandPath(path, { environment, home: "/home/jane" }, platform);

describe("a path in the environment or in the AWS files", () => {
  it("has its variables expanded in Windows' way too, on Windows: as Python's ntpath.expandvars", () => {
    const expanded = on("win32");
    assert.equal(expanded("%USERPROFILE%\\work\\aws-config"), "C:\\Users\\jane\\work\\aws-config");
    assert.equal(expanded(`C:\\%TEAM%\\$TEAM\\\${TEAM}`), "C:\\team\\team\\team");
    assert.equal(expanded("%X (86)%\\a"), "x\\a");
    assert.equal(expanded("%MISSING%\\a"), "%MISSING%\\a");
    assert.equal(expanded("100%%\\%TEAM%"), "100%\\team");
    assert.equal(expanded("50%\\a"), "50%\\a");
    assert.equal(expanded("'%TEAM%'\\%TEAM%"), "'%TEAM%'\\team");
  });

  it("leaves percent signs alone elsewhere, and quotation marks too: as posixpath.expandvars", () => {
    const expanded = on("linux");
    assert.equal(expanded(`/%TEAM%/$TEAM/\${TEAM}/'$TEAM'`), "/%TEAM%/team/team/'team'");
    assert.equal(expanded("/a%%b/$MISSING"), "/a%%b/$MISSING");
  });
});
