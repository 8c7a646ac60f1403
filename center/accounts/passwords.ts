import { argon2, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { Refusal } from "../errors.ts";

/** argon2id as OWASP's Password Storage Cheat Sheet asks at least: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const tagBytes = 32;

/** Hashes a password with a salt of its own; the text is in PHC form (`$argon2id$v=19$…`). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await derive(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether the password is the one of `hash`. Without a hash the answer is no, after the same time. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const { salt, tag, ...stored } = parse(hash) ?? nobody;
  const derived = await derive(password, salt, stored);
  return timingSafeEqual(derived, tag) && hash !== undefined;
}

interface Stored {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

const nobody: Stored = { ...cost, salt: Buffer.alloc(saltBytes), tag: Buffer.alloc(tagBytes) };

function parse(hash: string | undefined): Stored | undefined {
  const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
  const found = form.exec(hash ?? "");
  if (!found) return undefined;
  const [, memory, passes, parallelism, salt = "", tag = ""] = found;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}

function derive(
  password: string,
  nonce: Buffer,
  { memory, passes, parallelism }: Pick<Stored, "memory" | "passes" | "parallelism">,
): Promise<Buffer> {
  const message = Buffer.from(normal(password));
  const parameters = { message, nonce, memory, passes, parallelism, tagLength: tagBytes };
  return new Promise((resolve, reject) => {
    argon2("argon2id", parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

/** Full-width letters and digits of a Japanese keyboard are the same password. */
function normal(password: string): string {
  return password.normalize("NFKC");
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

/**
 * Checks a new password against the rules: 8 to 128 characters, letters and digits, not the ID, not the old one.
 *
 * @throws Refusal `password-too-weak`
 */
export function requireGoodPassword(
  chosen: string,
  { id, current }: { readonly id: string; readonly current: string },
): void {
  const password = normal(chosen);
  const length = Array.from(password).length;
  const good =
    length >= 8 &&
    length <= 128 &&
    /[A-Za-z]/.test(password) &&
    /[0-9]/.test(password) &&
    password.toLowerCase() !== id.toLowerCase() &&
    password !== normal(current);
  if (!good) throw new Refusal("password-too-weak");
}

/** Without letters and digits that look alike on paper. */
const legible = "abcdefghijkmnpqrstuvwxyz23456789";

/** A password for a letter: twelve characters in three groups, 60 random bits. */
export function newLetterPassword(): string {
  return [legibleGroup(), legibleGroup(), legibleGroup()].join("-");
}

function legibleGroup(): string {
  return Array.from({ length: 4 }, () => legible[randomInt(legible.length)]).join("");
}
