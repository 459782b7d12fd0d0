'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '#app/_auth/form-action.ts';
import { returnPath } from '#app/_auth/return-path.ts';
import { changeRole } from '#db/commands/change-role.ts';
import { restorePerson } from '#db/commands/restore-person.ts';
import { suspendPerson } from '#db/commands/suspend-person.ts';
import { roles } from '#lib/access/viewer.ts';

const list = '/admin/people';
const person = { userId: z.uuid(), here: z.string().max(500) };

/** Back to the same search and page, with what happened; outcomes are shown there, before JavaScript too. */
function back(here: string, outcome: Record<string, string>): never {
  const path = returnPath(here, list);
  const url = new URL(path.startsWith(list) ? path : list, 'http://lectern');
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  redirect(`${url.pathname}${url.search}`);
}

const roleSchema = z.object({ ...person, role: z.enum(roles) });

export const changeRoleAction = formAction('signed-in', roleSchema, async (viewer, { here, ...given }) => {
  const changed = await changeRole(viewer, given, new Date());
  return back(here, changed.ok ? { done: 'role', of: given.userId } : { problem: changed.refusal });
});

export const suspendAction = formAction('signed-in', z.object(person), async (viewer, { here, userId }) => {
  const suspended = await suspendPerson(viewer, userId, new Date());
  return back(here, suspended.ok ? { done: 'suspended', of: userId } : { problem: suspended.refusal });
});

export const restoreAction = formAction('signed-in', z.object(person), async (viewer, { here, userId }) => {
  await restorePerson(viewer, userId, new Date());
  return back(here, { done: 'restored', of: userId });
});
