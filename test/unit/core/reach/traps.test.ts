import assert from "node:assert/strict";
import { explain } from "../../../../src/core/reach/explain";
import type { Step } from "../../../../src/core/reach/explanation";
import { trapsBySubject } from "./traps/allTraps";
import type { Trap } from "./traps/trap";

const traps: readonly Trap[] = Object.values(trapsBySubject).flat();

/** The step that decides; of several passing ones the one that says what it should. */
function deciding(steps: readonly Step[], { verdict, decides, says = /./ }: Trap): Step | undefined {
  const wanted = { blocked: "blocks", unknown: "unknown", reachable: undefined }[verdict];
  return wanted === undefined
    ? steps.find(
        ({ kind, resource, text }) => kind === decides?.[0] && resource === decides[1] && says.test(text),
      )
    : steps.find((step) => step.verdict === wanted);
}

describe("traps of a network", () => {
  for (const trap of traps) {
    it(`${trap.title} (${trap.source})`, () => {
      const { verdict, steps } = explain(trap.net, trap.question);
      assert.equal(verdict, trap.verdict, JSON.stringify(steps, undefined, 1));
      const step = deciding(steps, trap);
      if (trap.decides) {
        const found = [step?.kind, step?.resource, ...(step?.code === undefined ? [] : [step.code])];
        assert.deepEqual(found, trap.decides, JSON.stringify(steps, undefined, 1));
      }
      if (trap.says) {
        assert.match(step?.text ?? "", trap.says);
      }
      if (trap.action) {
        assert.equal(step?.action, trap.action);
      }
    });
  }
});

/** VPC Reachability Analyzer's codes that are about what a cache's clients meet. */
const codes = `
  ENI_SG_RULES_MISMATCH SG_HAS_NO_RULES
  SG_REFERENCES_NOT_PRESERVED SG_REFERENCING_SUPPORT UNKNOWN_PEERED_SGS
  SUBNET_ACL_RESTRICTION REMAP_EPHEMERAL_PORT
  NO_ROUTE_TO_DESTINATION CANNOT_ROUTE MORE_SPECIFIC_ROUTE HIGHER_PRIORITY_ROUTE BAD_STATE_ROUTE
  VPC_LOCAL_ROUTE_CIDR_RESTRICTION
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR BAD_STATE_ATTACHMENT DISCONNECTED_VPCS
  TGW_ROUTE_AZ_RESTRICTION TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION TGW_ATTACH_VPC_AZ_RESTRICTION
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT TGW_RTB_BAD_STATE_ROUTE TGW_RTB_ROUTES_ARE_UNKNOWN
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS
  NGW_SOURCE_ADDRESS_REASSIGN VPC_BLOCK_PUBLIC_ACCESS_ENABLED
  ENI_SOURCE_DEST_CHECK_RESTRICTION INGRESS_RTB_TRAFFIC_REDIRECTION
  NO_SOURCE_OR_DESTINATION UNKNOWN_RESOURCE UNSUPPORTED_COMPONENT`
  .trim()
  .split(/\s+/);

describe("the explanation codes", () => {
  const given = new Set(
    traps.flatMap(({ net, question }) => explain(net, question).steps.flatMap(({ code }) => code ?? [])),
  );

  for (const code of codes) {
    it(`${code} is given where it applies`, () => {
      assert.ok(given.has(code));
    });
  }

  it("are AWS's own", () => {
    // An instance that does not run is a component in a bad state.
    assert.deepEqual(
      [...given].filter((code) => !codes.includes(code)),
      ["BAD_STATE"],
    );
  });
});
