import { XmlShapeDeserializer } from "@aws-sdk/core/protocols";

class Sdk extends XmlShapeDeserializer {
  of(xml: string): unknown {
    return this.parseXml(xml);
  }
}

/** What the SDK makes of a document: `sdkXml.of(…)`. */
export const sdkXml = new Sdk({
  timestampFormat: { useTrait: true, default: 5 },
  xmlNamespace: "",
  serviceNamespace: "",
});
