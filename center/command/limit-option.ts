import { limits } from "@tsunagi/contract";
import { InvalidArgumentError } from "commander";
import type { Limits } from "../config.ts";

/** `name=value`, several on the command line or with commas in the environment. */
export function readLimits(text: string, before: Partial<Limits> = {}): Partial<Limits> {
  const read = text.split(",").map((one) => readLimit(one.trim()));
  return { ...before, ...Object.fromEntries(read) };
}

function readLimit(text: string): [string, number] {
  const [, name = "", digits = ""] = /^(\w+)=([0-9]{1,15})$/.exec(text) ?? [];
  if (!Object.hasOwn(limits, name)) {
    const names = Object.keys(limits).join(", ");
    throw new InvalidArgumentError(`名前=値 の形で指定してください。使える名前: ${names}`);
  }
  if (Number(digits) === 0) throw new InvalidArgumentError(`${name} は1以上にしてください`);
  return [name, Number(digits)];
}
