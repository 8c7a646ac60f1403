/** How a fault can be put right. */
export type Mend = {
  /** Whether it is certain: `mendFile` applies it. Otherwise it is a proposal for a person to decide. */
  readonly certain: boolean;
  /** What to do, in plain Japanese, e.g. 「見出しの行を取り除く」. */
  readonly says: string;
  /** The value that would stand there, where it is a value that changes. */
  readonly value?: string;
};
