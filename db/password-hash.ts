import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
// 2 names argon2id; the package's enum is erased where types are stripped.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of no password: checked where there is no account, so that the answer takes as long. */
const ofNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$Td/LnjzdPzs9LfFjQBS7rA$UOPztRm749krDA7mtWRKb9V5TlCK9c0Pay60uFYsFLU';

/** The same letters typed on two keyboards may be composed differently. */
const normal = (password: string) => password.normalize('NFKC');

export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password), options);
}

/** `null` stands for an account that is not there or has no password: never right, and as slow. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? ofNobody, normal(password));
  return right && passwordHash !== null;
}
