import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { lineOf } from '#app/_ui/knowing.tsx';
import { LevelWord } from '#app/_ui/levels.tsx';
import type { MapLessonView, MapParagraphView, MapSentenceView, OwnMapView } from '#db/queries/own-map.ts';
import type { Knowing } from '#lib/mastery/knowing.ts';
import { answeredAnchor, mapAnchor } from './anchors.ts';

/** The text of the course. A sentence without an answer is plain text, whether or not there is a question on it. */
export async function Article({ map }: { map: OwnMapView }) {
  const knowing = await getTranslations('knowing');
  const levels = await getTranslations('levels');
  const words: Record<Knowing, string> = {
    missed: knowing('missed'),
    shaky: knowing('shaky'),
    known: knowing('known'),
  };
  return (
    <article className="page art">
      {map.lessons.map((lesson) => (
        <section key={lesson.slug} aria-labelledby={`l${lesson.position}`}>
          <div className="art-head">
            <h2 id={`l${lesson.position}`}>
              <span className="ref">{lesson.position}</span>{' '}
              <a href={`/courses/${map.course.slug}/${lesson.slug}`} lang={courseLang}>
                {lesson.title}
              </a>
            </h2>
            <Standing lesson={lesson} none={levels('none')} />
          </div>
          {lesson.paragraphs.map((paragraph) => (
            <Paragraph key={paragraphKey(paragraph)} paragraph={paragraph} words={words} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Standing({ lesson, none }: { lesson: MapLessonView; none: string }) {
  if (lesson.level === null) return <span className="meta">{none}</span>;
  return (
    <span className="meta">
      <LevelWord level={lesson.level} />
    </span>
  );
}

/** Sentences have names; a heading within a lesson has its words. */
function paragraphKey({ sentences, text }: MapParagraphView): string {
  return sentences[0]?.address ?? text;
}

function Paragraph({ paragraph, words }: { paragraph: MapParagraphView; words: Record<Knowing, string> }) {
  const [first] = paragraph.sentences;
  if (first === undefined)
    return (
      <h3 className="art-sub" lang={courseLang}>
        {paragraph.text}
      </h3>
    );
  const bullet = paragraph.kind === 'list-item' ? ' listed' : '';
  return (
    <div className="mp">
      <span className="ref" aria-hidden="true">
        {first.address}
      </span>
      <p className={`source${bullet}`} lang={courseLang}>
        {paragraph.sentences.map((sentence, at) => (
          <Sentence key={sentence.address} sentence={sentence} words={words} isFirst={at === 0} />
        ))}
      </p>
    </div>
  );
}

function Sentence({
  sentence: { address, text, standing },
  words,
  isFirst,
}: {
  sentence: MapSentenceView;
  words: Record<Knowing, string>;
  isFirst: boolean;
}) {
  const gap = isFirst ? '' : ' ';
  if (standing === null) return `${gap}${text}`;
  return (
    <>
      {gap}
      <a
        className={`sn ${lineOf[standing.knowing]}`}
        id={mapAnchor(address)}
        href={`#${answeredAnchor(address)}`}
      >
        {text}
        <span className="vh"> ({`${address}: ${words[standing.knowing]}`})</span>
      </a>
    </>
  );
}
