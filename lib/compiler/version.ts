/** Part of every course, and with the file's bytes all that its bytes depend on. */
export const COMPILER_VERSION = '0.1.0';
