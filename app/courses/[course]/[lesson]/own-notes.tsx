import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import type { LessonView } from '#db/queries/courses.ts';
import type { LessonNotesView } from '#db/queries/notes.ts';
import { longestNote } from '#lib/course/note-words.ts';
import { longestPassage } from '#lib/course/passage.ts';
import { beginningOf } from '#lib/text/beginning-of.ts';
import { MarkSelection } from './mark-selection.tsx';
import { MarkSentence } from './mark-sentence.tsx';
import type { Saving, SavingWords } from './save-mark.ts';

/** So much of a sentence tells it from the others of its lesson. */
const enough = 70;

/** What the viewer has marked in this lesson, and the two ways to mark something in it. */
export async function OwnNotes({
  lesson,
  own,
  problem,
}: {
  lesson: LessonView;
  own: LessonNotesView;
  problem: string | undefined;
}) {
  const t = await getTranslations('notes');
  const saying: SavingWords = {
    saved: t('marked'),
    away: t('away'),
    'signed-out': t('signedOut'),
    'no-such-place': t('noSuchPlace'),
    'nothing-marked': t('noSuchPlace'),
    'passage-too-long': t('passageTooLong', { most: longestPassage }),
    'words-too-long': t('wordsTooLong', { most: longestNote }),
    'too-many-notes': t('tooMany'),
  };
  const told = savingOf(problem, saying);
  const sentences = lesson.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const place = { course: lesson.course.slug, lesson: lesson.slug, edition: own.edition };
  return (
    <section className="para own-notes" id="notes" aria-labelledby="notes-title">
      <span />
      <div>
        <h2 id="notes-title" className="h2">
          {t('title')}
        </h2>
        {own.notes.length === 0 ? (
          <p className="meta">{t('noneHere')}</p>
        ) : (
          <ul>
            {own.notes.map(({ id, quote, words, place: at }) => (
              <li key={id} id={`note-${id}`}>
                {at === null ? (
                  <span className="ref" />
                ) : (
                  <a className="ref" href={at.anchor === null ? '#main' : `#${at.anchor}`}>
                    {at.address ?? t('inHeading')}
                  </a>
                )}
                <div>
                  <blockquote lang={courseLang}>{quote}</blockquote>
                  {words === '' ? null : <p className="words">{words}</p>}
                  <p className="meta">
                    {at === null ? `${t('changed')} ` : null}
                    <a href={`/learn/notes/${id}?from=lesson`}>
                      {t.rich(words === '' ? 'addWords' : 'change', {
                        quote: beginningOf(quote, 40),
                        hidden: (chunk) => <span className="vh">{chunk}</span>,
                      })}
                    </a>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        {sentences.length === 0 ? null : (
          <details className="mark-sentence" id="mark" open={told !== null}>
            <summary>{t('markSentence')}</summary>
            <MarkSentence
              {...place}
              noteId={crypto.randomUUID()}
              submit={t('mark')}
              saying={saying}
              problem={told}
            >
              <div className="field">
                <label htmlFor="mark-at">{t('sentence')}</label>
                <select className="input" id="mark-at" name="sentence" lang={courseLang}>
                  {sentences.map(({ address, text }) => (
                    <option key={address} value={address}>
                      {`${address} ${beginningOf(text, enough)}`}
                    </option>
                  ))}
                </select>
              </div>
              <div className="field">
                <label htmlFor="mark-words">{t('words')}</label>
                <textarea className="input" id="mark-words" name="words" rows={3} maxLength={longestNote} />
              </div>
            </MarkSentence>
          </details>
        )}
        <MarkSelection
          {...place}
          noteId={crypto.randomUUID()}
          most={longestNote}
          courseLang={courseLang}
          words={{
            bar: t('bar'),
            highlight: t('mark'),
            markWithNote: t('markWithNote'),
            note: t('words'),
            save: t('save'),
            cancel: t('cancel'),
          }}
          saying={saying}
        />
      </div>
      <div className="side meta">
        <a href="/learn/notes">{t('all')}</a>
      </div>
    </section>
  );
}

/** What became of a plain form comes back in the address. */
function savingOf(problem: string | undefined, saying: SavingWords): Saving | null {
  const known = Object.keys(saying) as Saving[];
  return known.find((one) => one === problem && one !== 'saved') ?? null;
}
