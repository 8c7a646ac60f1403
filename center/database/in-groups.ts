/** How items are put together. */
export interface Grouping<Item> {
  /** Groups that may be under way at the same time. */
  readonly lanes: number;
  readonly mostItems: number;
  /** Of all items of a group together; a heavier one goes by itself. */
  readonly weight?: { readonly most: number; readonly of: (item: Item) => number };
  /** Items with the same key never share a group. */
  readonly keyOf?: (item: Item) => string;
  /** Whether an error may be the fault of one item, so that each is tried by itself. */
  readonly isOfOne: (error: unknown) => boolean;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does what is asked for at the same time together: whatever comes while a group is under way makes up the next one, in
 * the order it came. Nobody waits for a group to fill. Each item has its own result, and its own error.
 *
 * @param work does a whole group, or none of it; its results are in the order of the items
 */
export function inGroups<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  grouping: Grouping<Item>,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let called = false;

  const start = (): void => {
    called = false;
    while (underWay < grouping.lanes && waiting.length > 0) {
      void runLane(takeGroup(waiting, grouping));
    }
  };

  async function runLane(group: readonly Waiting<Item, Result>[]): Promise<void> {
    underWay += 1;
    await carry(group);
    underWay -= 1;
    start();
  }

  async function carry(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index];
        if (result === undefined) reject(new Error(`no result for item ${index} of a group`));
        else resolve(result);
      }
    } catch (error) {
      if (group.length > 1 && grouping.isOfOne(error)) {
        for (const one of group) await carry([one]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // What came in with the same turn of the event loop goes together.
      if (!called) setImmediate(start);
      called = true;
    });
}

/** Takes the next group out of those that wait. */
function takeGroup<Item, Result>(
  waiting: Waiting<Item, Result>[],
  { mostItems, weight, keyOf }: Grouping<Item>,
): readonly Waiting<Item, Result>[] {
  const keys = new Set<string>();
  let sum = 0;
  const end = waiting.findIndex(({ item }, index) => {
    if (weight) sum += weight.of(item);
    if (index > 0 && (index >= mostItems || (weight && sum > weight.most))) return true;
    const key = keyOf?.(item);
    if (key === undefined) return false;
    if (keys.has(key)) return true;
    keys.add(key);
    return false;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}
