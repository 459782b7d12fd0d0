import { randomBytes } from 'node:crypto';
import { certificateCode } from '#lib/access/certificate-code.ts';

export function newCertificateCode(): string {
  return certificateCode(randomBytes(16));
}
