import assert from "node:assert/strict";
import { asksNobody, authenticationOf } from "../../../../src/core/caches/authentication";
import { type CacheUser, type KnownUsers, withUsers } from "../../../../src/core/caches/users";

function user(id: string, more: Partial<CacheUser> = {}): CacheUser {
  return {
    id,
    name: id,
    accessString: "on ~* +@all",
    authentication: "password",
    userGroupIds: [],
    ...more,
  };
}

const open = user("default", { authentication: "no-password" });
const app = user("app");
const groups = [{ id: "app-users", userIds: ["default", "app"] }];

function nobodyIsAsked(users: KnownUsers) {
  const authentication = authenticationOf(false, [{ id: "app-users", letsAnybodyIn: "notKnown" }]);
  return asksNobody(withUsers(authentication, users));
}

describe("a user group", () => {
  it("lets anybody in whose default user needs no password", () => {
    assert.equal(nobodyIsAsked({ groups, users: [open, app] }), "yes");
  });

  it("does not where the default user has a password, signs in by IAM, or is another one", () => {
    for (const authentication of ["password", "iam"]) {
      assert.equal(nobodyIsAsked({ groups, users: [{ ...open, authentication }, app] }), "no");
    }
    const other = [{ id: "app-users", userIds: ["app"] }];
    assert.equal(nobodyIsAsked({ groups: other, users: [open, app] }), "no");
  });

  it("does not where the default user is off, or may do nothing", () => {
    const may = (accessString: string) => nobodyIsAsked({ groups, users: [{ ...open, accessString }, app] });
    assert.equal(may("off ~keys* -@all +get"), "no");
    assert.equal(may("on off ~* +@all"), "no");
    assert.equal(may("on ~* -@all"), "no");
    assert.equal(may("off on ~* +@all"), "yes");
    assert.equal(may("on ~* -@all +GET"), "yes");
    assert.equal(may("on ~* +@all -@all"), "no");
    assert.equal(may("on ~* +get nocommands"), "no");
    assert.equal(may("on -@all (~readable:* +get)"), "yes");
    assert.equal(may("on -@all (~readable:* -@all)"), "no");
  });

  it("tells its users by either list", () => {
    const member = { ...open, userGroupIds: ["app-users"] };
    assert.equal(nobodyIsAsked({ groups: undefined, users: [member] }), "yes");
    assert.equal(nobodyIsAsked({ groups: [], users: [open] }), "notKnown");
  });

  it("leaves it open where a list, a user or a kind of authentication is not known", () => {
    assert.equal(nobodyIsAsked({ groups, users: undefined }), "notKnown");
    assert.equal(nobodyIsAsked({ groups: undefined, users: [open, app] }), "notKnown");
    assert.equal(nobodyIsAsked({ groups, users: [app] }), "notKnown");
    assert.equal(nobodyIsAsked({ groups, users: [{ ...open, authentication: "passkey" }, app] }), "notKnown");
  });

  it("matters only where there is one", () => {
    assert.deepEqual(withUsers({ kind: "none" }, { groups, users: [open] }), { kind: "none" });
    assert.equal(asksNobody(withUsers(authenticationOf(true, []), { groups, users: [open] })), "no");
  });
});
