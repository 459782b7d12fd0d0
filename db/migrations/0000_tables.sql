CREATE TABLE "class_instructors" (
	"school_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "class_instructors_school_id_class_id_user_id_pk" PRIMARY KEY("school_id","class_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "class_instructors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "classes" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"course_id" uuid NOT NULL,
	"join_code" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "classes_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "classes_join_code" UNIQUE("school_id","join_code"),
	CONSTRAINT "classes_join_code_folded" CHECK ("classes"."join_code" ~ '^[A-Z]{6}$'),
	CONSTRAINT "classes_name" CHECK (char_length("classes"."name") between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "classes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enrollments" (
	"school_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "enrollments_school_id_class_id_user_id_pk" PRIMARY KEY("school_id","class_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "enrollments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claims" (
	"school_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"position" integer NOT NULL,
	"type" text NOT NULL,
	"label" text NOT NULL,
	"origin" text NOT NULL,
	"attribution" text,
	"text" text NOT NULL,
	"parts" jsonb NOT NULL,
	"confidence" double precision NOT NULL,
	"salience" double precision NOT NULL,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "claims_school_id_edition_id_id_pk" PRIMARY KEY("school_id","edition_id","id")
);
--> statement-breakpoint
ALTER TABLE "claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "courses" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"visibility" text NOT NULL,
	"current_edition_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "courses_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "courses_slug" UNIQUE("school_id","slug"),
	CONSTRAINT "courses_visibility" CHECK ("courses"."visibility" in ('public', 'class'))
);
--> statement-breakpoint
ALTER TABLE "courses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "editions" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"compiler" text NOT NULL,
	"source_sha256" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"words" integer NOT NULL,
	"blocks" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "editions_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "editions_number" UNIQUE("school_id","course_id","number"),
	CONSTRAINT "editions_fingerprint" UNIQUE("school_id","course_id","fingerprint"),
	CONSTRAINT "editions_course" UNIQUE("school_id","course_id","id")
);
--> statement-breakpoint
ALTER TABLE "editions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "items" (
	"school_id" uuid NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"bloom" text NOT NULL,
	"difficulty" double precision NOT NULL,
	"prompt" jsonb NOT NULL,
	"key" jsonb NOT NULL,
	CONSTRAINT "items_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "items_kind" CHECK ("items"."kind" in ('single', 'multiple', 'true-false', 'short', 'cloze', 'matching', 'ordering'))
);
--> statement-breakpoint
ALTER TABLE "items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lesson_items" (
	"school_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"item_id" text NOT NULL,
	"position" integer NOT NULL,
	"selected" boolean NOT NULL,
	"claim_ids" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"option_evidence" jsonb NOT NULL,
	CONSTRAINT "lesson_items_school_id_edition_id_item_id_pk" PRIMARY KEY("school_id","edition_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "lesson_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lessons" (
	"school_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"objectives" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"concepts" jsonb NOT NULL,
	"reading_low" integer NOT NULL,
	"reading_high" integer NOT NULL,
	CONSTRAINT "lessons_school_id_edition_id_id_pk" PRIMARY KEY("school_id","edition_id","id"),
	CONSTRAINT "lessons_position" UNIQUE("school_id","edition_id","position"),
	CONSTRAINT "lessons_slug" UNIQUE("school_id","edition_id","slug")
);
--> statement-breakpoint
ALTER TABLE "lessons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "options" (
	"school_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"correct" boolean NOT NULL,
	"rationale" text NOT NULL,
	"sole_key" boolean NOT NULL,
	CONSTRAINT "options_school_id_item_id_id_pk" PRIMARY KEY("school_id","item_id","id"),
	CONSTRAINT "options_position" UNIQUE("school_id","item_id","position"),
	CONSTRAINT "options_sole_key" CHECK (not "options"."sole_key" or "options"."correct")
);
--> statement-breakpoint
ALTER TABLE "options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt_items" (
	"school_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"edition_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"option_order" jsonb NOT NULL,
	"choice_order" jsonb NOT NULL,
	CONSTRAINT "attempt_items_school_id_attempt_id_item_id_pk" PRIMARY KEY("school_id","attempt_id","item_id"),
	CONSTRAINT "attempt_items_position" UNIQUE("school_id","attempt_id","position")
);
--> statement-breakpoint
ALTER TABLE "attempt_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempts" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"number" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"score" double precision,
	"max_score" double precision,
	CONSTRAINT "attempts_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "attempts_edition" UNIQUE("school_id","id","edition_id"),
	CONSTRAINT "attempts_number" UNIQUE("school_id","user_id","course_id","lesson_id","number"),
	CONSTRAINT "attempts_finished_scored" CHECK (("attempts"."finished_at" is null) = ("attempts"."score" is null) and ("attempts"."score" is null) = ("attempts"."max_score" is null))
);
--> statement-breakpoint
ALTER TABLE "attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"school_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"attempts" integer NOT NULL,
	"answers" integer NOT NULL,
	"best_share" double precision,
	"last_share" double precision,
	"last_active_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_progress_school_id_user_id_course_id_lesson_id_pk" PRIMARY KEY("school_id","user_id","course_id","lesson_id")
);
--> statement-breakpoint
ALTER TABLE "lesson_progress" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lesson_visits" (
	"school_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_visits_school_id_user_id_course_id_lesson_id_pk" PRIMARY KEY("school_id","user_id","course_id","lesson_id")
);
--> statement-breakpoint
ALTER TABLE "lesson_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "response_options" (
	"school_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"option_id" text NOT NULL,
	CONSTRAINT "response_options_school_id_response_id_option_id_pk" PRIMARY KEY("school_id","response_id","option_id")
);
--> statement-breakpoint
ALTER TABLE "response_options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "responses" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"mark" double precision NOT NULL,
	"certainty" integer,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "responses_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "responses_one" UNIQUE("school_id","attempt_id","item_id"),
	CONSTRAINT "responses_item" UNIQUE("school_id","id","item_id"),
	CONSTRAINT "responses_mark" CHECK ("responses"."mark" between 0 and 1),
	CONSTRAINT "responses_certainty" CHECK ("responses"."certainty" is null or "responses"."certainty" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "responses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_id" text,
	"details" jsonb NOT NULL,
	CONSTRAINT "audit_log_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"user_agent" text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_folded" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "users_email" UNIQUE("school_id","email_folded"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('admin', 'instructor', 'learner')),
	CONSTRAINT "users_name" CHECK (char_length("users"."name") between 1 and 120),
	CONSTRAINT "users_email_length" CHECK (char_length("users"."email") between 3 and 254)
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "class_instructors" ADD CONSTRAINT "class_instructors_school_id_class_id_classes_school_id_id_fk" FOREIGN KEY ("school_id","class_id") REFERENCES "public"."classes"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_instructors" ADD CONSTRAINT "class_instructors_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_school_id_course_id_courses_school_id_id_fk" FOREIGN KEY ("school_id","course_id") REFERENCES "public"."courses"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_class_id_classes_school_id_id_fk" FOREIGN KEY ("school_id","class_id") REFERENCES "public"."classes"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_school_id_edition_id_lesson_id_lessons_school_id_edition_id_id_fk" FOREIGN KEY ("school_id","edition_id","lesson_id") REFERENCES "public"."lessons"("school_id","edition_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_school_id_course_id_courses_school_id_id_fk" FOREIGN KEY ("school_id","course_id") REFERENCES "public"."courses"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_items" ADD CONSTRAINT "lesson_items_school_id_edition_id_lesson_id_lessons_school_id_edition_id_id_fk" FOREIGN KEY ("school_id","edition_id","lesson_id") REFERENCES "public"."lessons"("school_id","edition_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_items" ADD CONSTRAINT "lesson_items_school_id_item_id_items_school_id_id_fk" FOREIGN KEY ("school_id","item_id") REFERENCES "public"."items"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_school_id_edition_id_editions_school_id_id_fk" FOREIGN KEY ("school_id","edition_id") REFERENCES "public"."editions"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_school_id_item_id_items_school_id_id_fk" FOREIGN KEY ("school_id","item_id") REFERENCES "public"."items"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_school_id_attempt_id_edition_id_attempts_school_id_id_edition_id_fk" FOREIGN KEY ("school_id","attempt_id","edition_id") REFERENCES "public"."attempts"("school_id","id","edition_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_school_id_edition_id_item_id_lesson_items_school_id_edition_id_item_id_fk" FOREIGN KEY ("school_id","edition_id","item_id") REFERENCES "public"."lesson_items"("school_id","edition_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_school_id_course_id_edition_id_editions_school_id_course_id_id_fk" FOREIGN KEY ("school_id","course_id","edition_id") REFERENCES "public"."editions"("school_id","course_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_school_id_edition_id_lesson_id_lessons_school_id_edition_id_id_fk" FOREIGN KEY ("school_id","edition_id","lesson_id") REFERENCES "public"."lessons"("school_id","edition_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_school_id_course_id_courses_school_id_id_fk" FOREIGN KEY ("school_id","course_id") REFERENCES "public"."courses"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_visits" ADD CONSTRAINT "lesson_visits_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_visits" ADD CONSTRAINT "lesson_visits_school_id_course_id_courses_school_id_id_fk" FOREIGN KEY ("school_id","course_id") REFERENCES "public"."courses"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_options" ADD CONSTRAINT "response_options_school_id_response_id_item_id_responses_school_id_id_item_id_fk" FOREIGN KEY ("school_id","response_id","item_id") REFERENCES "public"."responses"("school_id","id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_options" ADD CONSTRAINT "response_options_school_id_item_id_option_id_options_school_id_item_id_id_fk" FOREIGN KEY ("school_id","item_id","option_id") REFERENCES "public"."options"("school_id","item_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_school_id_attempt_id_item_id_attempt_items_school_id_attempt_id_item_id_fk" FOREIGN KEY ("school_id","attempt_id","item_id") REFERENCES "public"."attempt_items"("school_id","attempt_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "class_instructors_user" ON "class_instructors" USING btree ("school_id","user_id");--> statement-breakpoint
CREATE INDEX "classes_course" ON "classes" USING btree ("school_id","course_id");--> statement-breakpoint
CREATE INDEX "enrollments_user" ON "enrollments" USING btree ("school_id","user_id");--> statement-breakpoint
CREATE INDEX "lesson_items_lesson" ON "lesson_items" USING btree ("school_id","edition_id","lesson_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "options_one_key" ON "options" USING btree ("school_id","item_id") WHERE "options"."sole_key";--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_open" ON "attempts" USING btree ("school_id","user_id","course_id","lesson_id") WHERE "attempts"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "attempts_course" ON "attempts" USING btree ("school_id","course_id","user_id");--> statement-breakpoint
CREATE INDEX "lesson_progress_course" ON "lesson_progress" USING btree ("school_id","course_id","user_id");--> statement-breakpoint
CREATE INDEX "response_options_option" ON "response_options" USING btree ("school_id","item_id","option_id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("school_id","at");--> statement-breakpoint
CREATE INDEX "rate_limits_expire" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("school_id","user_id");--> statement-breakpoint
CREATE POLICY "school" ON "class_instructors" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "classes" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "enrollments" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "claims" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "courses" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "editions" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "items" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "lesson_items" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "lessons" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "options" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "attempt_items" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "attempts" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "lesson_progress" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "lesson_visits" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "response_options" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "responses" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "audit_log" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "sessions" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "users" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);