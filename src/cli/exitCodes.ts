/** What the command's exit status says; documented in the README and `--help`. */
export const EXIT = {
  /** All inputs were read and compared. */
  done: 0,
  /** A fault of the program itself. */
  fault: 1,
  /** The command line was wrong. */
  usage: 2,
  /** Done, but some inputs could not be read or compared; they are listed on standard error. */
  partly: 3,
  /** Nothing to compare: fewer than two accounts could be read. */
  nothing: 4,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
