import { courseLang } from '#app/_ui/course-lang.ts';
import type { PresentedItem } from '#lib/course/present-item.ts';
import { Matching } from './matching.tsx';
import type { QuestionWords } from './question-words.ts';

/** The fields of an answer, by the kind of the item: native controls, equal by mouse, keyboard and screen reader. */
export function AnswerFields({ item, words }: { item: PresentedItem; words: QuestionWords }) {
  switch (item.kind) {
    case 'single':
    case 'true-false':
    case 'multiple':
      return (
        <div className="options">
          {item.options.map((option, index) => (
            <label className="opt" key={option.id}>
              <input
                type={item.kind === 'multiple' ? 'checkbox' : 'radio'}
                name="option"
                value={option.id}
                required={item.kind !== 'multiple'}
              />
              <span className={item.kind === 'multiple' ? 'key box' : 'key'} aria-hidden="true">
                {String.fromCharCode(65 + index)}
              </span>
              <span className="txt" lang={courseLang}>
                {option.text}
              </span>
            </label>
          ))}
        </div>
      );
    case 'short':
    case 'cloze':
      return (
        <div className="field">
          <label htmlFor="text">{words.yourAnswer}</label>
          <input
            className="input serif"
            id="text"
            name="text"
            type="text"
            required
            maxLength={500}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </div>
      );
    case 'matching':
      return <Matching item={item} words={words} />;
    case 'ordering':
      return (
        <ul className="pairs places">
          {item.choices.map((choice, index) => (
            <li key={choice}>
              <label className="txt" lang={courseLang} htmlFor={`place-${index}`}>
                {choice}
              </label>
              <input type="hidden" name={`entry-${index}`} value={choice} />
              <select
                className="input"
                id={`place-${index}`}
                name={`place-${index}`}
                required
                defaultValue=""
              >
                <option value="" disabled>
                  {words.placeOf}
                </option>
                {item.choices.map((entry, place) => (
                  <option key={entry} value={place + 1}>
                    {place + 1}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      );
  }
}
