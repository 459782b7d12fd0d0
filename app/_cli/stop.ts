/** Ends a command with a sentence for the person who called it: 1 when the matter is at fault, 2 for wrong usage. */
export class Stop extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a command, and says on standard error why it stopped. */
export async function runCommand(main: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (fault) {
    if (!(fault instanceof Stop)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = fault.exitCode;
  }
}
