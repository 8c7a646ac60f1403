import { largestFacts } from "../keys.ts";
import type { LineShape } from "./facts.ts";

/** The lines that occur in a file, each kept once however many users have it: equal lines are the same object. */
export class LineShapes {
  readonly #known = new Map<string, LineShape>();
  /** The shapes of a service code that came first, tried before a key is made. */
  readonly #ofCode = new Map<string, LineShape[]>();

  of(
    office: string,
    satellite: string,
    serviceCode: string,
    taisCode: string,
    equipmentCode: string,
  ): LineShape {
    const ofCode = this.#ofCode.get(serviceCode) ?? [];
    for (const shape of ofCode) {
      if (
        shape.office === office &&
        shape.satellite === satellite &&
        shape.taisCode === taisCode &&
        shape.equipmentCode === equipmentCode
      ) {
        return shape;
      }
    }
    const key = `${serviceCode}/${office}/${satellite}/${taisCode}/${equipmentCode}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const serviceType = serviceCode.slice(0, 2);
    const shape = {
      key,
      office,
      satellite,
      serviceCode,
      serviceType,
      taisCode,
      equipmentCode,
    };
    this.#keep(shape, ofCode);
    return shape;
  }

  #keep(shape: LineShape, ofCode: LineShape[]): void {
    if (this.#known.size >= largestFacts) return;
    this.#known.set(shape.key, shape);
    if (ofCode.length === 0) this.#ofCode.set(shape.serviceCode, ofCode);
    if (ofCode.length < mostTried) ofCode.push(shape);
  }
}

/** Offices that share a service code in one file are few. */
const mostTried = 16;
