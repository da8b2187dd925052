import assert from "node:assert/strict";
import { settledWords, settlingWords } from "../../../../src/commands/settling/settlingWords";

const changing = (ec2SecurityGroupName: string, status: string) => ({
  target: { profile: "dev", region: "us-west-2" },
  group: "mygroup",
  grant: { ec2SecurityGroupName, ec2SecurityGroupOwnerId: "123456781234", status },
});

describe("what AWS is at work on, in the status bar", () => {
  it("is one grant by its name, and more by their number", () => {
    assert.equal(settlingWords([changing("web", "authorizing")]), "Authorizing web in mygroup");
    assert.equal(settlingWords([changing("web", "revoking")]), "Revoking web from mygroup");
    assert.equal(
      settlingWords([
        changing("web", "revoking"),
        changing("app", "authorizing"),
        changing("api", "authorizing"),
      ]),
      "2 authorizing, 1 revoking",
    );
  });

  it("has ended as it has, with no icon and no line of somebody else's making", () => {
    assert.equal(settledWords(changing("web", "authorizing"), "authorized"), "web is authorized in mygroup");
    assert.equal(settledWords(changing("web", "revoking"), undefined), "web is revoked from mygroup");
    assert.equal(
      settledWords(changing("$(bug)\n", "authorizing"), "authorized"),
      "$ (bug)\\n is authorized in mygroup",
    );
  });
});
