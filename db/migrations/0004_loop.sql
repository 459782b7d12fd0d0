CREATE TABLE "certificates" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"course_title" text NOT NULL,
	"share" double precision NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificates_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "certificates_attempt" UNIQUE("school_id","attempt_id"),
	CONSTRAINT "certificates_code" UNIQUE("school_id","code"),
	CONSTRAINT "certificates_code_form" CHECK ("certificates"."code" ~ '^[A-Z0-9]{16}$'),
	CONSTRAINT "certificates_share" CHECK ("certificates"."share" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "certificates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disputes" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"attempt_id" uuid,
	"quote" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "disputes_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "disputes_one" UNIQUE("school_id","user_id","edition_id","item_id"),
	CONSTRAINT "disputes_lengths" CHECK (char_length("disputes"."words") between 1 and 2000 and char_length("disputes"."quote") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "disputes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "erased_answers" (
	"school_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"answers" integer NOT NULL,
	"marks" double precision NOT NULL,
	CONSTRAINT "erased_answers_school_id_edition_id_item_id_pk" PRIMARY KEY("school_id","edition_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "erased_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "erased_choices" (
	"school_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"option_id" text NOT NULL,
	"chosen" integer NOT NULL,
	CONSTRAINT "erased_choices_school_id_item_id_option_id_pk" PRIMARY KEY("school_id","item_id","option_id")
);
--> statement-breakpoint
ALTER TABLE "erased_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "learner_settings" (
	"school_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"daily_cap" integer NOT NULL,
	"weekly_goal" integer,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "learner_settings_school_id_user_id_pk" PRIMARY KEY("school_id","user_id"),
	CONSTRAINT "learner_settings_cap" CHECK ("learner_settings"."daily_cap" between 5 and 200),
	CONSTRAINT "learner_settings_goal" CHECK ("learner_settings"."weekly_goal" is null or "learner_settings"."weekly_goal" between 1 and 7)
);
--> statement-breakpoint
ALTER TABLE "learner_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notes" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"edition_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notes_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "notes_span" CHECK ("notes"."start" >= 0 and "notes"."end" > "notes"."start"),
	CONSTRAINT "notes_lengths" CHECK (char_length("notes"."quote") between 1 and 2000 and char_length("notes"."words") <= 4000
        and char_length("notes"."before") <= 64 and char_length("notes"."after") <= 64)
);
--> statement-breakpoint
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "attempts" DROP CONSTRAINT "attempts_number";--> statement-breakpoint
ALTER TABLE "attempts" ALTER COLUMN "lesson_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lessons" ADD COLUMN "words" "tsvector";--> statement-breakpoint
ALTER TABLE "attempt_items" ADD COLUMN "marked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD COLUMN "last_finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD COLUMN "mastered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_school_id_course_id_courses_school_id_id_fk" FOREIGN KEY ("school_id","course_id") REFERENCES "public"."courses"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_school_id_attempt_id_attempts_school_id_id_fk" FOREIGN KEY ("school_id","attempt_id") REFERENCES "public"."attempts"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_school_id_attempt_id_attempts_school_id_id_fk" FOREIGN KEY ("school_id","attempt_id") REFERENCES "public"."attempts"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_school_id_edition_id_item_id_lesson_items_school_id_edition_id_item_id_fk" FOREIGN KEY ("school_id","edition_id","item_id") REFERENCES "public"."lesson_items"("school_id","edition_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_answers" ADD CONSTRAINT "erased_answers_school_id_edition_id_item_id_lesson_items_school_id_edition_id_item_id_fk" FOREIGN KEY ("school_id","edition_id","item_id") REFERENCES "public"."lesson_items"("school_id","edition_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_choices" ADD CONSTRAINT "erased_choices_school_id_item_id_items_school_id_id_fk" FOREIGN KEY ("school_id","item_id") REFERENCES "public"."items"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_choices" ADD CONSTRAINT "erased_choices_school_id_item_id_option_id_options_school_id_item_id_id_fk" FOREIGN KEY ("school_id","item_id","option_id") REFERENCES "public"."options"("school_id","item_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_settings" ADD CONSTRAINT "learner_settings_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_school_id_course_id_edition_id_editions_school_id_course_id_id_fk" FOREIGN KEY ("school_id","course_id","edition_id") REFERENCES "public"."editions"("school_id","course_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificates_user" ON "certificates" USING btree ("school_id","user_id","course_id");--> statement-breakpoint
CREATE INDEX "disputes_item" ON "disputes" USING btree ("school_id","edition_id","item_id");--> statement-breakpoint
CREATE INDEX "notes_lesson" ON "notes" USING btree ("school_id","user_id","course_id","lesson_id");--> statement-breakpoint
CREATE INDEX "lessons_words" ON "lessons" USING gin ("words");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_open_exam" ON "attempts" USING btree ("school_id","user_id","course_id") WHERE "attempts"."finished_at" is null and "attempts"."lesson_id" is null;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_number" UNIQUE NULLS NOT DISTINCT("school_id","user_id","course_id","lesson_id","number");--> statement-breakpoint
CREATE POLICY "school" ON "certificates" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "disputes" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "erased_answers" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "erased_choices" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "learner_settings" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "notes" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
-- As on the tables before them: the policy binds the owner too.
ALTER TABLE "certificates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "disputes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "erased_answers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "erased_choices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "learner_settings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- A certificate and a dispute are written once; notes and settings are the learner's to change.
GRANT SELECT, INSERT ON "certificates", "disputes" TO lectern_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "notes", "learner_settings" TO lectern_app;--> statement-breakpoint
GRANT SELECT ON "erased_answers", "erased_choices" TO lectern_app;--> statement-breakpoint
-- What an attempt serves stays as it was; only the learner's mark on it moves.
GRANT UPDATE ("marked") ON "attempt_items" TO lectern_app;--> statement-breakpoint
-- The owner is bound by its own policies, and sees every school only while it is not.
ALTER TABLE "attempts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lesson_progress" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "editions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lessons" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "lesson_progress" p SET "last_finished_at" = (
	SELECT max(a."finished_at") FROM "attempts" a
	WHERE a."school_id" = p."school_id" AND a."user_id" = p."user_id" AND a."course_id" = p."course_id" AND a."lesson_id" = p."lesson_id"
);--> statement-breakpoint
UPDATE "lessons" l SET "words" = setweight(to_tsvector('english', l."title"), 'A') || to_tsvector('english', left(substring(e."text" from l."start" + 1 for l."end" - l."start"), 200000))
FROM "editions" e WHERE e."school_id" = l."school_id" AND e."id" = l."edition_id";--> statement-breakpoint
ALTER TABLE "attempts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lesson_progress" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "editions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lessons" FORCE ROW LEVEL SECURITY;
