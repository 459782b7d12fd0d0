import { z } from 'zod';
import { hash64 } from '#lib/text/fingerprint.ts';
import { findMembers } from '../extraction/members.ts';
import { definite, listed, option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  blank,
  falseStatement,
  foilAnswers,
  keyAnswer,
  rivalAnswers,
  single,
  sourceOf,
  trueStatement,
} from './drafting.ts';
import type { Answer, FramedClaim } from './frame.ts';
import { seal } from './frame.ts';

/** class: plural NP; members: NPs or gerund VPs of one form. */
const parts = z.object({ class: z.string().min(1), members: z.array(z.string().min(1)).min(1) });

export const membership = seal<z.infer<typeof parts>>({
  type: 'membership',
  parts,
  asked: askedPart.membership,
  extract: findMembers,
  text: ({ class: group, members }) => sentence(`${definite(group)} include ${listed(members)}`),

  ask(claim, { class: group, members }, bank) {
    const stem = `Which of these does ${sourceOf(claim)} name among ${definite(group)}?`;
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
        .map((member) => trueStatement('membership/statement', claim, names(claim, member, group))),
      ...claim.foils.map((foil) =>
        falseStatement('membership/statement', claim, names(claim, foil.text, group), foil.why),
      ),
    ];
    if (members.length < 2) return drafts;
    return [blank('membership/all', 'multiple', [claim], stem, several(claim, members, wrong)), ...drafts];
  },
});

/**
 * How many options are right and how many wrong, by a hash of the claim: "half of them" is no rule. Two at
 * least are right, and two at least are wrong.
 */
function several(claim: FramedClaim, members: readonly string[], wrong: readonly Answer[]) {
  const seed = hash64(['how-many', claim.id]);
  const right = members.length > 2 && seed.low % 3 === 0 ? members.slice(0, -1) : members;
  const fewest = right.length > 2 ? 2 : 3;
  const most = Math.max(fewest, wrong.length);
  return {
    keys: right.map((member) => keyAnswer(claim, option(member))),
    candidates: wrong.slice(0, fewest + (seed.high % (most - fewest + 1))),
  };
}

function names(claim: FramedClaim, member: string, group: string): string {
  return sentence(`${sourceOf(claim)} names ${member} among ${definite(group)}`);
}

function firstMember(rival: FramedClaim): string | null {
  const members = rival.parts.members;
  const first = Array.isArray(members) ? members[0] : members;
  return first === undefined ? null : option(first);
}
