import { largestFacts } from "../facts.ts";
import type { LineShape } from "./facts.ts";

/** The lines that occur in a file, each kept once however many users have it. */
export class LineShapes {
  readonly #known = new Map<string, LineShape>();

  /** @param equipment TAISコード, or else 福祉用具届出コード */
  of(office: string, satellite: string, serviceCode: string, equipment: string): LineShape {
    const key = `${serviceCode}/${office}/${satellite}/${equipment}`;
    return this.#known.get(key) ?? this.#learn(key, office, satellite, serviceCode, equipment);
  }

  #learn(
    key: string,
    office: string,
    satellite: string,
    serviceCode: string,
    equipment: string,
  ): LineShape {
    const serviceType = serviceCode.slice(0, 2);
    const shape = { key, office, satellite, serviceCode, serviceType, equipment };
    if (this.#known.size < largestFacts) this.#known.set(key, shape);
    return shape;
  }
}
