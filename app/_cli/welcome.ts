import type { SignIn } from '#db/seed.ts';

/** What whoever started Lectern needs to know, in a box that stands out from the log. */
export function welcome(options: {
  address: string;
  local: string;
  signIns: readonly SignIn[];
  seconds: number;
}): string {
  const { address, local, signIns, seconds } = options;
  const width = (field: 'role' | 'email') => Math.max(...signIns.map((person) => person[field].length));
  const lines = [
    `Lectern is open at ${address}`,
    ...(new URL(local).port === new URL(address).port
      ? []
      : [`(behind it, this server listens at ${local})`]),
    ...(signIns.length === 0 ? [] : ['', 'To try it, sign in as']),
    ...signIns.map(
      ({ role, email, password }) =>
        `  ${role.padEnd(width('role'))}  ${email.padEnd(width('email'))}  ${password}`,
    ),
    '',
    `Started in ${seconds.toFixed(1)} s. Ctrl-C stops it, and its database with it.`,
  ];
  const inner = Math.max(...lines.map((line) => line.length));
  const edge = (left: string, right: string) => `${left}${'─'.repeat(inner + 4)}${right}`;
  return ['', edge('┌', '┐'), ...lines.map((line) => `│  ${line.padEnd(inner)}  │`), edge('└', '┘'), ''].join(
    '\n',
  );
}
