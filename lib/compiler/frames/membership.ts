import { z } from 'zod';
import { findMembers } from '../extraction.ts';
import { definite, listed, option, sentence } from '../wording.ts';
import {
  blank,
  falseStatement,
  foilAnswers,
  keyAnswer,
  rivalAnswers,
  single,
  trueStatement,
} from './drafting.ts';
import type { Answer, FramedClaim } from './frame.ts';
import { seal } from './frame.ts';

/** class: plural NP; members: NPs or gerund VPs of one form. */
const parts = z.object({ class: z.string().min(1), members: z.array(z.string().min(1)).min(1) });

export const membership = seal<z.infer<typeof parts>>({
  type: 'membership',
  parts,
  asked: 'members',
  extract: findMembers,
  text: ({ class: group, members }) => sentence(`${definite(group)} include ${listed(members)}`),

  ask(claim, { class: group, members }, bank) {
    const stem = `Which of these does the lesson name among ${definite(group)}?`;
    const wrong: Answer[] = [
      ...foilAnswers(claim, option),
      ...rivalAnswers(
        claim,
        bank,
        (rival) => firstMember(rival),
        (rival) => `of other things, ${definite(String(rival.parts.class))}`,
      ),
    ];
    const drafts = [
      ...members.map((member) => single('membership/one', claim, stem, option(member), wrong)),
      ...members
        .slice(0, 1)
        .map((member) => trueStatement('membership/statement', claim, names(member, group))),
      ...claim.foils.map((foil) =>
        falseStatement('membership/statement', claim, names(foil.text, group), foil.why),
      ),
    ];
    if (members.length < 2) return drafts;
    const keys = members.map((member) => keyAnswer(claim, option(member)));
    return [blank('membership/all', 'multiple', [claim], stem, { keys, candidates: wrong }), ...drafts];
  },
});

function names(member: string, group: string): string {
  return sentence(`The lesson names ${member} among ${definite(group)}`);
}

function firstMember(rival: FramedClaim): string | null {
  const members = rival.parts.members;
  const first = Array.isArray(members) ? members[0] : members;
  return first === undefined ? null : option(first);
}
