import { useEditor } from "./editor/useEditor";

const region = ["sandbox-vpc", "us-west-2"] as const;
const sessions = [...region, "Caches", "sessions"] as const;

describe("a question that AWS does not answer", () => {
  const { editor, sandbox } = useEditor({ settings: { "elasticacheAccess.requestTimeout": 120 } });

  it("does not hold up the section beside its own", async () => {
    sandbox().setFaults([
      { action: "DescribeCacheSecurityGroups", code: "@hang" },
      { action: "DescribeSecurityGroupRules", code: "@hang" },
    ]);
    const { tree } = editor();
    await tree.expand(...region);
    await tree.waitFor(sessions, { description: "checking… · valkey · replication group · 6379" });
    await tree.waitFor([...region, "Cache security groups"], { description: "reading…", icon: "loading" });
  });

  it("does not hold up what is known of the rows that wait for it", async () => {
    const { tree } = editor();
    await tree.expand(...sessions);
    await tree.waitFor([...sessions, "sessions-cache"], { description: /^reading…/ });
    await tree.collapse(...region);
    await tree.expand(...region);
    await tree.waitFor([...sessions, "sessions-cache"]);
  });
});
