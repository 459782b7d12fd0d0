/** What is filled in but not sent, kept in this browser so that a reload or a crash costs nothing. */

function keyOf(attemptId: string, position: number): string {
  return `lectern.draft.${attemptId}.${position}`;
}

/** Hidden fields are the page's own; only what the person filled in is kept. */
export function keepDraft(form: HTMLFormElement, attemptId: string, position: number): void {
  const entries: [string, string][] = [];
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      if (field.checked) entries.push([field.name, field.value]);
    } else if (isTyped(field)) entries.push([field.name, field.value]);
  }
  try {
    localStorage.setItem(keyOf(attemptId, position), JSON.stringify(entries));
  } catch {
    // A browser without storage loses the draft at a reload, and nothing else.
  }
}

export function fillDraft(form: HTMLFormElement, attemptId: string, position: number): void {
  let entries: unknown;
  try {
    entries = JSON.parse(localStorage.getItem(keyOf(attemptId, position)) ?? '[]');
  } catch {
    return;
  }
  if (!Array.isArray(entries)) return;
  for (const field of form.elements) {
    const isChoice =
      field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');
    for (const entry of entries) {
      if (!Array.isArray(entry) || !('name' in field) || entry[0] !== field.name) continue;
      if (isChoice && entry[1] === field.value) field.checked = true;
      else if (!isChoice && isTyped(field)) field.value = String(entry[1]);
    }
  }
}

export function clearDraft(attemptId: string, position: number): void {
  try {
    localStorage.removeItem(keyOf(attemptId, position));
  } catch {
    // Nothing was kept.
  }
}

function isTyped(field: Element): field is HTMLInputElement | HTMLSelectElement {
  return field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === 'text');
}
