/** What two spellings of one address have in common: people do not remember their own capitals. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
