/** The folder of the project. */
export declare const projectFolder: string;
/** Path of the Node binary that the project is pinned to; throws with what to do when there is none. */
export declare function pinnedNode(): string;
/** What stands in the environment of a Node that is to give memory back. */
export declare const memoryEnvironment: Readonly<Record<string, string>>;
/** Runs a file under the pinned Node with this process's terminal, passes signals on, and ends as it ended. */
export declare function runUnderPinnedNode(
  file: string,
  args: readonly string[],
  flags?: readonly string[],
): void;
