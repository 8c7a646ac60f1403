import type { Booking } from "./booking.ts";
import type { Way } from "./service.ts";

/** Who gives which service. */
export type Place = Pick<Booking, "service" | "office" | "satellite">;

/** What a service given in one way is like. */
export type WayOf<Kind extends Way["kind"]> = Extract<Way, { readonly kind: Kind }>;
