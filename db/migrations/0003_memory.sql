CREATE TABLE "cards" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"scheduled_days" integer NOT NULL,
	"reps" integer NOT NULL,
	"lapses" integer NOT NULL,
	"state" text NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cards_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "cards_one" UNIQUE("school_id","user_id","course_id","item_id"),
	CONSTRAINT "cards_state" CHECK ("cards"."state" in ('new', 'learning', 'review', 'relearning')),
	CONSTRAINT "cards_counts" CHECK ("cards"."reps" > 0 and "cards"."lapses" >= 0 and "cards"."scheduled_days" >= 0)
);
--> statement-breakpoint
ALTER TABLE "cards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reviews" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"reps" integer NOT NULL,
	"edition_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"mark" double precision NOT NULL,
	"certainty" integer,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "reviews_one" UNIQUE("school_id","card_id","reps"),
	CONSTRAINT "reviews_mark" CHECK ("reviews"."mark" between 0 and 1),
	CONSTRAINT "reviews_certainty" CHECK ("reviews"."certainty" is null or "reviews"."certainty" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_school_id_course_id_courses_school_id_id_fk" FOREIGN KEY ("school_id","course_id") REFERENCES "public"."courses"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_school_id_item_id_items_school_id_id_fk" FOREIGN KEY ("school_id","item_id") REFERENCES "public"."items"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school_id_card_id_cards_school_id_id_fk" FOREIGN KEY ("school_id","card_id") REFERENCES "public"."cards"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school_id_user_id_users_school_id_id_fk" FOREIGN KEY ("school_id","user_id") REFERENCES "public"."users"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_school_id_edition_id_item_id_lesson_items_school_id_edition_id_item_id_fk" FOREIGN KEY ("school_id","edition_id","item_id") REFERENCES "public"."lesson_items"("school_id","edition_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cards_due" ON "cards" USING btree ("school_id","user_id","due_at");--> statement-breakpoint
CREATE INDEX "reviews_day" ON "reviews" USING btree ("school_id","user_id","answered_at");--> statement-breakpoint
CREATE POLICY "school" ON "cards" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "school" ON "reviews" AS PERMISSIVE FOR ALL TO "lectern_app" USING (school_id = nullif(current_setting('app.school_id', true), '')::uuid) WITH CHECK (school_id = nullif(current_setting('app.school_id', true), '')::uuid);--> statement-breakpoint
-- As on the tables before them: the policy binds the owner too.
ALTER TABLE "cards" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reviews" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- An answer is written once; a card is made from answers, and made anew from them.
GRANT SELECT, INSERT ON "reviews" TO lectern_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "cards" TO lectern_app;
