import { type AnnexRole, annexRoleOf } from "../../layout/annex-role.ts";
import { isEquipmentRental, type ServiceScope, scopeOf } from "../../layout/service-types.ts";

/** What a service code サービスコード says of itself. */
export type Service = {
  readonly code: string;
  /** Its first two characters. */
  readonly type: string;
  readonly scope: ServiceScope | undefined;
  /** `subtotal`: type and AAAA, EEEE or ZZZZ; `total`: 999999, both of table 7 only. */
  readonly role: "service" | "subtotal" | "total";
  /** Whether it is rental of equipment, types 17 and 67. */
  readonly rental: boolean;
};

/** The services of a file, each looked up once. */
export class Services {
  readonly #known = new Map<string, Service>();
  #last: Service = service("");

  of(code: string): Service {
    if (code === this.#last.code) return this.#last;
    this.#last = this.#known.get(code) ?? this.#learn(code);
    return this.#last;
  }

  #learn(code: string): Service {
    if (this.#known.size >= mostKnown) this.#known.clear();
    const learnt = service(code);
    this.#known.set(code, learnt);
    return learnt;
  }
}

/** Far more than the codes of one region; a file of made-up codes only learns them anew. */
const mostKnown = 10_000;

const roles: { readonly [Role in AnnexRole]: Service["role"] } = {
  detail: "service",
  inside: "subtotal",
  outside: "subtotal",
  "past-30-days": "subtotal",
  total: "total",
};

function service(code: string): Service {
  const type = code.slice(0, 2);
  return {
    code,
    type,
    scope: scopeOf(type),
    role: roles[annexRoleOf(code)],
    rental: isEquipmentRental(type),
  };
}
