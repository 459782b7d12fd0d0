import type { QuestionWords } from './quiz/[attempt]/[position]/question-words.ts';

const levels = [1, 2, 3] as const;

/** Asked beside a question, and never required: three radio buttons, for a form with a script and one without. */
export function HowSure({ words, disabled }: { words: QuestionWords; disabled?: boolean }) {
  return (
    <fieldset className="how-sure" disabled={disabled}>
      <legend>
        {words.howSure} <span className="meta">{words.howSureWhy}</span>
      </legend>
      <div className="seg">
        {levels.map((level) => (
          <label key={level}>
            <input type="radio" name="certainty" value={level} />
            {words.sure[level]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
