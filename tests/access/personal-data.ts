/**
 * What is kept of people, column by column, and what becomes of it when they take it with them or go.
 * Every column of every table stands here: a new one fails a test until somebody has decided.
 */

export type ColumnRule =
  /** Stands in the export at this path (lists are gone through), as it stands in the table. */
  | { at: string }
  /** Told there in words instead: of a course its name, of an item its question. */
  | { toldAt: string }
  /** Not exported. */
  | { leftOut: string };

export type PersonalTable = {
  /** Rows of one person, by their id in `$1`. */
  ownRows: string;
  /** `deleted`: no row is left. `blanked`: the rows stay, and nothing in them leads to the person. */
  whenErased: 'deleted' | 'blanked';
  columns: Record<string, ColumnRule>;
};

const at = (path: string): ColumnRule => ({ at: path });
const toldAt = (path: string): ColumnRule => ({ toldAt: path });
const leftOut = (why: string): ColumnRule => ({ leftOut: why });

const school = leftOut('the install has one');
const self = leftOut('it is the person of the record');
const ofAttempt = leftOut('what the sitting is told with');

const byUser = (table: string) => `select * from ${table} where user_id = $1`;

export const personalTables: Record<string, PersonalTable> = {
  users: {
    ownRows: 'select * from users where id = $1',
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('account.id'),
      email: at('account.email'),
      email_folded: leftOut('follows from the address'),
      name: at('account.name'),
      role: at('account.role'),
      password_hash: leftOut('opens the account; that there is one is told'),
      session_version: leftOut('a counter of the sign-in'),
      suspended_at: at('account.suspendedAt'),
      created_at: at('account.createdAt'),
    },
  },
  sessions: {
    ownRows: byUser('sessions'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: leftOut('is what the cookie names'),
      user_id: self,
      version: leftOut('a counter of the sign-in'),
      created_at: at('sessions.signedInAt'),
      expires_at: at('sessions.expiresAt'),
      revoked_at: at('sessions.endedAt'),
      user_agent: at('sessions.browser'),
    },
  },
  enrollments: {
    ownRows: byUser('enrollments'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      class_id: toldAt('classes.class'),
      user_id: self,
      joined_at: at('classes.since'),
      removed_at: at('classes.until'),
    },
  },
  class_instructors: {
    ownRows: byUser('class_instructors'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      class_id: toldAt('classes.class'),
      user_id: self,
      added_at: at('classes.since'),
    },
  },
  attempts: {
    ownRows: byUser('attempts'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('attempts.id'),
      user_id: self,
      course_id: toldAt('attempts.course.title'),
      edition_id: leftOut('the questions stand as that edition asked them'),
      lesson_id: toldAt('attempts.lesson.title'),
      number: at('attempts.number'),
      started_at: at('attempts.startedAt'),
      finished_at: at('attempts.finishedAt'),
      score: at('attempts.score'),
      max_score: at('attempts.maxScore'),
    },
  },
  attempt_items: {
    ownRows: `select i.* from attempt_items i join attempts a on a.school_id = i.school_id and a.id = i.attempt_id
      where a.user_id = $1`,
    whenErased: 'deleted',
    columns: {
      school_id: school,
      attempt_id: ofAttempt,
      item_id: toldAt('attempts.served.question.stem'),
      edition_id: ofAttempt,
      position: at('attempts.served.position'),
      option_order: toldAt('attempts.served.question.options'),
      choice_order: toldAt('attempts.served.question.choices'),
      marked: at('attempts.served.marked'),
      reason: at('attempts.served.reason'),
    },
  },
  responses: {
    ownRows: `select r.* from responses r join attempts a on a.school_id = r.school_id and a.id = r.attempt_id
      where a.user_id = $1`,
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('attempts.served.answer.id'),
      attempt_id: ofAttempt,
      item_id: toldAt('attempts.served.question.stem'),
      answer: toldAt('attempts.served.answer.given'),
      mark: at('attempts.served.answer.share'),
      certainty: at('attempts.served.answer.certainty'),
      answered_at: at('attempts.served.answer.answeredAt'),
    },
  },
  response_options: {
    ownRows: `select o.* from response_options o
      join responses r on r.school_id = o.school_id and r.id = o.response_id
      join attempts a on a.school_id = r.school_id and a.id = r.attempt_id where a.user_id = $1`,
    whenErased: 'deleted',
    columns: {
      school_id: school,
      response_id: ofAttempt,
      item_id: ofAttempt,
      option_id: toldAt('attempts.served.answer.given'),
    },
  },
  reviews: {
    ownRows: byUser('reviews'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('reviews.answer.id'),
      card_id: at('reviews.card'),
      user_id: self,
      reps: at('reviews.reps'),
      edition_id: leftOut('the question stands as that edition asked it'),
      item_id: toldAt('reviews.question.stem'),
      answer: toldAt('reviews.answer.given'),
      mark: at('reviews.answer.share'),
      certainty: at('reviews.answer.certainty'),
      answered_at: at('reviews.answer.answeredAt'),
    },
  },
  cards: {
    ownRows: byUser('cards'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('cards.id'),
      user_id: self,
      course_id: toldAt('cards.course.title'),
      item_id: toldAt('cards.stem'),
      lesson_id: toldAt('cards.lesson.title'),
      due_at: at('cards.dueAt'),
      stability: at('cards.stability'),
      difficulty: at('cards.difficulty'),
      scheduled_days: at('cards.scheduledDays'),
      reps: at('cards.reps'),
      lapses: at('cards.lapses'),
      state: at('cards.state'),
      last_at: at('cards.lastAt'),
    },
  },
  lesson_progress: {
    ownRows: byUser('lesson_progress'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      user_id: self,
      course_id: toldAt('progress.course.title'),
      lesson_id: toldAt('progress.lesson.title'),
      attempts: at('progress.attempts'),
      answers: at('progress.answers'),
      best_share: at('progress.bestShare'),
      last_share: at('progress.lastShare'),
      last_finished_at: at('progress.lastFinishedAt'),
      mastered: at('progress.mastered'),
      last_active_at: at('progress.lastActiveAt'),
    },
  },
  lesson_visits: {
    ownRows: byUser('lesson_visits'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      user_id: self,
      course_id: toldAt('visits.course.title'),
      lesson_id: toldAt('visits.lesson.title'),
      first_at: at('visits.firstAt'),
      last_at: at('visits.lastAt'),
    },
  },
  notes: {
    ownRows: byUser('notes'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('notes.id'),
      user_id: self,
      course_id: toldAt('notes.course.title'),
      lesson_id: toldAt('notes.lesson.title'),
      edition_id: leftOut('the quotation stands as that edition had it'),
      start: at('notes.start'),
      end: at('notes.end'),
      quote: at('notes.quote'),
      before: at('notes.before'),
      after: at('notes.after'),
      words: at('notes.words'),
      created_at: at('notes.createdAt'),
      updated_at: at('notes.updatedAt'),
    },
  },
  disputes: {
    ownRows: byUser('disputes'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('disputes.id'),
      user_id: self,
      edition_id: toldAt('disputes.course.title'),
      item_id: toldAt('disputes.stem'),
      attempt_id: at('disputes.attempt'),
      quote: at('disputes.quote'),
      words: at('disputes.words'),
      created_at: at('disputes.createdAt'),
    },
  },
  learner_settings: {
    ownRows: byUser('learner_settings'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      user_id: self,
      daily_cap: at('settings.dailyCap'),
      weekly_goal: at('settings.weeklyGoal'),
      updated_at: at('settings.updatedAt'),
    },
  },
  certificates: {
    ownRows: byUser('certificates'),
    whenErased: 'deleted',
    columns: {
      school_id: school,
      id: at('certificates.id'),
      user_id: self,
      course_id: leftOut('its title then is told'),
      attempt_id: at('certificates.attempt'),
      code: at('certificates.code'),
      name: at('certificates.name'),
      course_title: at('certificates.course'),
      share: at('certificates.share'),
      issued_at: at('certificates.issuedAt'),
    },
  },
  audit_log: {
    ownRows: `select * from audit_log
      where actor_id = $1::uuid or subject_id = $1::uuid::text or strpos(details::text, $1::uuid::text) > 0`,
    whenErased: 'blanked',
    columns: {
      school_id: school,
      id: leftOut('names the line, and nothing of the person'),
      at: at('log.at'),
      actor_id: toldAt('log.as'),
      action: at('log.action'),
      subject_id: toldAt('log.as'),
      details: at('log.details'),
    },
  },
};

/** Of nobody: what a school owns, what was published, and counts without a name. */
export const impersonalTables: Record<string, string> = {
  schools: 'id name created_at',
  courses: 'school_id id slug title visibility current_edition_id created_at',
  editions:
    'school_id id course_id number fingerprint compiler source_sha256 title text words blocks published_at',
  lessons:
    'school_id edition_id id position slug title start end objectives summary concepts reading_low reading_high words',
  claims:
    'school_id edition_id id lesson_id position type label origin attribution text parts confidence salience evidence',
  items: 'school_id id kind bloom difficulty prompt key',
  options: 'school_id item_id id position text correct rationale sole_key',
  lesson_items:
    'school_id edition_id lesson_id item_id position selected claim_ids evidence option_evidence option_rationales',
  // The class is the school's; who teaches and learns in it stands elsewhere.
  classes: 'school_id id name course_id join_code created_at archived_at',
  erased_answers: 'school_id edition_id item_id answers marks',
  erased_choices: 'school_id item_id option_id chosen',
  // Keyed digests, which run out within the hour.
  rate_limits: 'key points expire',
};
