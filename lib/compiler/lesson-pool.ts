import type { ItemKind } from '#lib/course/model.ts';
import type { AskedStems } from './asked-stems.ts';
import type { BuiltItem } from './build-item.ts';
import { buildItem } from './build-item.ts';
import type { FramedClaim, ItemDraft } from './frames/frame.ts';
import { screenItem } from './screen.ts';

/** What is kept of one lesson; `asked` holds the stems of the whole course. */
export class LessonPool {
  readonly kept: BuiltItem[] = [];
  private readonly text: string;
  private readonly asked: AskedStems;
  private readonly faults = new Map<string, Set<string>>();

  constructor(text: string, asked: AskedStems) {
    this.text = text;
    this.asked = asked;
  }

  asks(claim: FramedClaim): boolean {
    return this.kept.some(({ item }) => item.claimIds.includes(claim.id));
  }

  asksAs(kind: ItemKind, claim: FramedClaim): boolean {
    return this.kept.some(({ item }) => item.kind === kind && item.claimIds.includes(claim.id));
  }

  /** Whether a true-false item is made of the claim. */
  states(claim: FramedClaim): boolean {
    return this.asksAs('true-false', claim);
  }

  /** Why nothing was made of a claim: the screen's rules that its drafts broke. */
  reasonsFor(claim: FramedClaim): string {
    const rules = [...(this.faults.get(claim.id) ?? [])].sort();
    return rules.length === 0 ? 'it has too few wrong answers.' : `its drafts break ${rules.join(', ')}.`;
  }

  /** Keeps the first draft that makes a clean item; says whether there was one. */
  addFirst(drafts: readonly ItemDraft[]): boolean {
    return drafts.some((draft) => this.add(draft));
  }

  /** Keeps the first clean item of each list, or none at all. */
  addBoth(one: readonly ItemDraft[], other: readonly ItemDraft[]): boolean {
    if (!this.addFirst(one)) return false;
    if (this.addFirst(other)) return true;
    const taken = this.kept.pop();
    if (taken !== undefined) this.asked.remove(taken.draft.stem);
    return false;
  }

  private add(draft: ItemDraft): boolean {
    if (this.asked.has(draft.stem)) {
      this.fault(draft, 'asked-already');
      return false;
    }
    const built = buildItem(draft);
    const findings = built === null ? [] : screenItem(built.item, this.text);
    for (const finding of findings) this.fault(draft, finding.rule);
    if (built === null || findings.length > 0) return false;
    this.asked.add(draft.stem);
    this.kept.push(built);
    return true;
  }

  private fault(draft: ItemDraft, rule: string): void {
    for (const claim of draft.claims)
      this.faults.set(claim.id, (this.faults.get(claim.id) ?? new Set()).add(rule));
  }
}
