/** The folder of the project. */
export declare const projectFolder: string;
/** Path of the Node binary that the project is pinned to; throws with what to do when there is none. */
export declare function pinnedNode(): string;
/** Runs a file under the pinned Node with this process's terminal, passes signals on, and ends as it ended. */
export declare function runUnderPinnedNode(file: string, args: readonly string[]): void;
