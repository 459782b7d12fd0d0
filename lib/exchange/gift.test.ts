import { describe, expect, test } from 'vitest';
import { all } from './example-questions.ts';
import { writeGift } from './gift.ts';
import { readGift } from './gift-read.ts';

test('GIFT, to the letter', () => {
  const { text, report } = writeGift(all);
  expect(text).toBe(String.raw`$CATEGORY: Trade

::q::[plain]Why \{did\} a < b \= c? {
	~50% \~ more
		#No\: 1\#2
	=Costs fell
		#Stated in 1.2
	####“Costs fell.”
}

::q::[plain]Which? {
	~%33.33333%A
	~%33.33333%B
	~%33.33333%C
	~%-33.33333%D
		#Not so
	####“Costs fell.”
}

::q::[plain]It rose. {FALSE#It fell.#Yes.
	####“Costs fell.”
}

::q::[plain]Which word? {
	=%100%C\*
	=%100%bloc
}

::q::[plain]It is ____. {
	=%100%a bloc
}

::q::[plain]Match. {
	=2001 -> treaty
	=2014 -> gas → deal
	####“Costs fell.”
}

::q::[plain]Order. {
	=1 -> b first
	=2 -> a second
	####“Costs fell.”
}
`);
  expect(report.map(({ code }) => code)).toEqual(['arrow-replaced', 'ordering-as-matching']);
});

describe('GIFT as people write it', () => {
  const read = (text: string) => {
    const found = readGift(text);
    if (!found.ok) throw new Error(found.refusal);
    return found.value;
  };

  test('comments, categories, a missing word, several questions', () => {
    const { questions, report } = read(
      [
        '// a bank',
        '$CATEGORY: History//Asia',
        '',
        'The capital of Russia is {=Moscow =Moskva} today.',
        '',
        '::Two:: The sky is blue.{T}',
        '// note within',
        '',
        'Who?{=Xi#Right ~Putin#No',
        '~Obama}',
      ].join('\r\n'),
    );
    expect(report).toEqual([]);
    expect(questions).toMatchObject([
      {
        kind: 'cloze',
        stem: 'The capital of Russia is ____ today.',
        accept: ['Moscow', 'Moskva'],
        category: 'History/Asia',
      },
      {
        kind: 'true-false',
        name: 'Two',
        stem: 'The sky is blue.',
        options: [{ correct: true }, { correct: false }],
      },
      {
        kind: 'single',
        stem: 'Who?',
        options: [{ text: 'Xi', rationale: 'Right' }, { text: 'Putin' }, { text: 'Obama' }],
      },
    ]);
  });

  test('what is not understood is told with its line', () => {
    const { questions, report } = read(
      'Only text.\n\nEssay {}\n\nWhen? {#1991:2}\n\n::W::Half?{=a ~%50%b}\n\nOpen {=a\n\nStar {=b*}\n\n{=x}',
    );
    expect(questions.map(({ name }) => name)).toEqual(['W']);
    expect(report.map(({ code, line }) => [code, line])).toEqual([
      ['unsupported-kind', 1],
      ['unsupported-kind', 3],
      ['unsupported-kind', 5],
      ['weights-left-out', 7],
      ['unfinished', 9],
      ['wildcard-left-out', 11],
      ['no-answer', 11],
      ['no-question-text', 13],
    ]);
  });

  test('of markup only its text is left, of a script nothing', () => {
    const { questions, report } = read(
      '[html]<p onclick\\="x">Why &lt;b&gt;?</p><script>alert(1)</script><img src\\=x>{=<b>So</b> ~No}',
    );
    expect(questions).toMatchObject([{ stem: 'Why <b>?', options: [{ text: 'So' }, { text: 'No' }] }]);
    expect(report.map(({ code }) => code)).toEqual(['picture-left-out']);
  });
});
