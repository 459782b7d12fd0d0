import { courseLang } from '#app/_ui/course-lang.ts';
import type { PresentedItem } from '#lib/course/present-item.ts';
import { beginningOf } from '#lib/text/beginning-of.ts';
import type { QuestionWords } from './question-words.ts';

/** What a closed list shows whole on a phone, in characters. */
const fits = 26;

/**
 * One native list for each left side. A closed list cuts off what is long and cannot wrap it: long choices are
 * therefore written out above, each with a letter, and the lists offer the letter and the first words.
 */
export function Matching({ item, words }: { item: PresentedItem; words: QuestionWords }) {
  const isLong = item.choices.some((choice) => choice.length > fits);
  const letter = (index: number) => String.fromCharCode(65 + index);
  return (
    <>
      {isLong ? (
        <ul className="choices">
          {item.choices.map((choice, index) => (
            <li key={choice}>
              <span className="key">{letter(index)}</span>
              <span className="txt" lang={courseLang}>
                {choice}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="pairs">
        {item.lefts.map((left, index) => (
          <li key={left}>
            <label className="txt" lang={courseLang} htmlFor={`right-${index}`}>
              {left}
            </label>
            <select className="input" id={`right-${index}`} name={`right-${index}`} required defaultValue="">
              <option value="" disabled>
                {words.choose}
              </option>
              {item.choices.map((choice, at) => (
                <option key={choice} value={choice}>
                  {isLong ? `${letter(at)}: ${beginningOf(choice, fits)}` : choice}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </>
  );
}
