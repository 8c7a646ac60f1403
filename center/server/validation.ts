import type { FastifySchemaValidationError } from "fastify";

/** The part of a JSON schema that says what a text in a URL stands for. */
interface Property {
  readonly type?: string;
}

/**
 * Turns the texts of a query into what its schema asks for: whole numbers and booleans. What does not fit stays as it
 * is and fails the check that follows.
 */
export function readQuery(
  query: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, object>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const { type }: Property = properties[name] ?? {};
      return [name, typeof value === "string" ? readText(value, type) : value];
    }),
  );
}

function readText(text: string, type: string | undefined): unknown {
  if (type === "integer" && /^-?[0-9]{1,15}$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** What is wrong with a request, place by place, for the person who filled it in. */
export function explain(
  failures: readonly FastifySchemaValidationError[],
  context: string,
): { path: string; message: string }[] {
  const prefix = context === "body" ? "" : `/${context}`;
  const places = failures.map((failure) => ({
    path: `${prefix}${failure.instancePath}${memberOf(failure)}`,
    message: sentenceFor(failure),
  }));
  return [...new Map(places.map((place) => [place.path, place])).values()];
}

function memberOf({ params }: FastifySchemaValidationError): string {
  const member = params["missingProperty"] ?? params["additionalProperty"];
  return typeof member === "string" ? `/${member}` : "";
}

function sentenceFor({ keyword, params }: FastifySchemaValidationError): string {
  switch (keyword) {
    case "required":
    case "minLength":
      return "入力してください";
    case "maxLength":
      return `${String(params["limit"])}文字以内で入力してください`;
    case "minimum":
      return `${String(params["limit"])}以上にしてください`;
    case "maximum":
      return `${String(params["limit"])}以下にしてください`;
    case "additionalProperties":
      return "この項目は使えません";
    case "anyOf":
    case "const":
      return "決められた値の中から選んでください";
    default:
      return "形式が正しくありません";
  }
}
