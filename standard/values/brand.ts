declare const brand: unique symbol;

/** A string that was parsed: only the parse function of its kind makes one. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };
