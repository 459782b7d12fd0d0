import { expect } from '@playwright/test';
import { inspect } from './inspect.ts';
import { signIn } from './people.ts';
import { type Lectern, test } from './test.ts';

const lesson = 'the-economy';

/**
 * Learners who have finished the lesson's default quiz, the later ones the abler; the question at the first place
 * is answered the other way round, as with a wrong key.
 */
async function fillClass(lectern: Lectern, classId: string, learners: number): Promise<void> {
  const { sql } = lectern;
  await sql`
    with made as (
      insert into users (school_id, id, email, email_folded, name, role, created_at)
      select c.school_id, gen_random_uuid(), 'made-' || c.id || '-' || n || '@school.example',
        'made-' || c.id || '-' || n || '@school.example', 'Learner ' || lpad(n::text, 2, '0'), 'learner', now()
      from classes c, generate_series(1, ${learners}) n where c.id = ${classId} returning school_id, id)
    insert into enrollments (school_id, class_id, user_id, joined_at)
    select school_id, ${classId}, id, now() from made`;
  await sql`
    insert into attempts (school_id, id, user_id, course_id, edition_id, lesson_id, number, started_at, finished_at, score, max_score)
    select e.school_id, gen_random_uuid(), e.user_id, c.course_id, k.current_edition_id, l.id, 1, now(), now(), 0, 1
    from enrollments e join classes c on c.id = e.class_id join courses k on k.id = c.course_id
    join lessons l on l.edition_id = k.current_edition_id and l.slug = ${lesson} where e.class_id = ${classId}`;
  await sql`
    insert into attempt_items (school_id, attempt_id, item_id, edition_id, position, option_order, choice_order)
    select a.school_id, a.id, i.item_id, a.edition_id,
      row_number() over (partition by a.id order by i.position), '[]'::jsonb, '[]'::jsonb
    from attempts a join enrollments e on e.user_id = a.user_id and e.class_id = ${classId}
    join lesson_items i on i.edition_id = a.edition_id and i.lesson_id = a.lesson_id and i.selected`;
  await sql`
    with asked as (
      select s.school_id, s.attempt_id, s.item_id, s.position, right(u.name, 2)::int as n,
        ('x' || substr(md5(u.name || s.item_id), 1, 7))::bit(28)::int % 100 as chance
      from attempt_items s join attempts a on a.id = s.attempt_id join users u on u.id = a.user_id
      join enrollments e on e.user_id = u.id and e.class_id = ${classId}),
    marked as (
      select *, case when position = 1 then chance > 15 + 75 * n / ${learners} else chance < 25 + 65 * n / ${learners} end as is_right
      from asked)
    insert into responses (school_id, id, attempt_id, item_id, answer, mark, answered_at)
    select m.school_id, gen_random_uuid(), m.attempt_id, m.item_id,
      case when i.kind in ('single', 'true-false') then jsonb_build_object('kind', i.kind, 'option', (
          select o.id from options o where o.item_id = i.id and o.correct = m.is_right
          order by md5(o.id || (m.chance / 25)::text) limit 1))
        when i.kind = 'multiple' then jsonb_build_object('kind', i.kind, 'options', (
          select jsonb_agg(o.id) from options o where o.item_id = i.id and o.correct = m.is_right))
        when i.kind = 'matching' then jsonb_build_object('kind', i.kind, 'rights', i.prompt -> 'choices')
        when i.kind = 'ordering' then jsonb_build_object('kind', i.kind, 'order', i.prompt -> 'choices')
        else jsonb_build_object('kind', i.kind, 'text', 'some words') end,
      m.is_right::int, now()
    from marked m join items i on i.id = m.item_id`;
}

test('a teacher reads how a class answered, sees which key to look at, and goes down to one answer', async ({
  page,
  lectern,
}) => {
  test.slow();
  await signIn(page, lectern.demo.instructor);
  // Of a handful of tries figures are shown, and nothing is judged.
  await page.goto('/teach');
  await page
    .getByRole('link', { name: /IR 210/ })
    .first()
    .click();
  const links = page.getByRole('region', { name: 'How the class answers' });
  await links.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('How the class answered');
  await expect(page.getByText('Below 10 tries the figures are shown')).toBeVisible();
  await expect(page.locator('.items tbody tr').first()).toContainText('too few to judge');
  await inspect(page, 'a class of few');

  await page.goto('/teach');
  const name = `Analysis ${Date.now().toString(36)}`;
  await page.getByLabel('Name').fill(name);
  const courses = page.getByLabel('Course');
  if ((await courses.count()) > 0) await courses.selectOption({ label: 'Russia–China relations in 2024' });
  await page.getByRole('button', { name: /Make the class/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const classPage = new URL(page.url()).pathname;
  await page.goto(`${classPage}/analysis/${lesson}`);
  await expect(page.getByRole('heading', { name: 'Nobody has finished this quiz yet' })).toBeVisible();
  await inspect(page, 'an empty analysis');

  await fillClass(lectern, classPage.split('/').at(-1) ?? '', 30);
  await page.reload();
  await expect(page.getByText('30 finished tries, the first of each learner')).toBeVisible();
  const suspect = page.locator('.items tbody tr').first();
  await expect(suspect).toContainText('Wrong: look at the key first');
  await expect(page.locator('.items .bad').first()).toBeVisible();
  await expect(page.locator('#q1 .opts, #q1 p').first()).toBeVisible();
  await inspect(page, 'the analysis');
  // By keyboard from the table to the question, and to who answered what.
  await suspect.getByRole('rowheader').getByRole('link').press('Enter');
  await expect(page).toHaveURL(/#q1$/);
  await page
    .locator('#q1')
    .getByRole('link', { name: /See the answers of all 30/ })
    .press('Enter');
  await expect(page.locator('.who-answered tbody tr')).toHaveCount(30);
  await inspect(page, 'who answered what');
  await page.goto(`${classPage}/analysis/${lesson}/totals?tries=last`);
  await expect(page.locator('.lines > li')).toHaveCount(30);
  await page.getByRole('link', { name: 'Learner 07' }).click();
  await expect(page).toHaveURL(/\/attempts\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
