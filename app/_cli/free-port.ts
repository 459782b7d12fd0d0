import { connect, createServer } from 'node:net';
import { Refused } from './progress.mjs';

const tries = 20;

/** Whether a server may listen there. Somebody who listens on all addresses counts as being there too. */
export async function isFree(host: string, port: number): Promise<boolean> {
  return (await canListen(host, port)) && !(await answers(host, port));
}

function canListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new Refused(`This machine has no address ${host} (HOST).`));
      else if (error.code === 'EACCES')
        reject(
          new Refused(
            `Port ${port} may be opened by the system's administrator only: choose one from 1024 on.`,
          ),
        );
      else resolve(false);
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: reachable(host), port, timeout: 500 });
    const end = (there: boolean) => {
      socket.destroy();
      resolve(there);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** An address by which this machine reaches a server that listens on `host`. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}

/** The port asked for, or a free one after it where nobody asked for a certain one. */
export async function findPort(host: string, wanted: number, asked: boolean): Promise<number> {
  if (wanted === 0) return anyPort(host);
  if (await isFree(host, wanted)) return wanted;
  if (asked) throw new Refused(`Port ${wanted} is taken by another program: set PORT to a free one.`);
  for (let port = wanted + 1; port <= Math.min(wanted + tries, 65_535); port += 1)
    if (await isFree(host, port)) return port;
  throw new Refused(`The ports ${wanted} to ${wanted + tries} are all taken: set PORT to a free one.`);
}

export function anyPort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port: 0 }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
