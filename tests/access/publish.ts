import { text } from 'node:stream/consumers';
import { closeDatabase } from '#db/client.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { courseSchema } from '#lib/course/model.ts';

/** A course as JSON on standard input, published into DATABASE_URL; arguments: slug and visibility. */
const [slug = '', visibility = ''] = process.argv.slice(2);
const course = courseSchema.parse(JSON.parse(await text(process.stdin)));
await publishCourse('system', { slug, course, visibility: visibility === 'class' ? 'class' : 'public' });
await closeDatabase();
