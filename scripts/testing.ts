/** For tests that start a script: how this Node was started, but for what makes it a runner of tests. */
export const NODE_FLAGS: readonly string[] = process.execArgv.filter((flag) => !flag.startsWith('--test'));
