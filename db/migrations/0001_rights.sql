-- Row-level security binds the owner of the tables too: a query that forgets the application's role sees nothing.
DO $$
DECLARE t regclass;
BEGIN
	FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity LOOP
		EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
	END LOOP;
END $$;
--> statement-breakpoint
-- courses and editions name each other, which the schema files cannot say: the current edition is the course's own.
ALTER TABLE "courses" ADD CONSTRAINT "courses_current_edition" FOREIGN KEY ("school_id","id","current_edition_id") REFERENCES "editions"("school_id","course_id","id");
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO lectern_app;
--> statement-breakpoint
GRANT SELECT ON "schools" TO lectern_app;
--> statement-breakpoint
-- What was published, asked, answered and decided is written once.
GRANT SELECT, INSERT ON "editions", "lessons", "claims", "items", "options", "lesson_items", "attempt_items", "responses", "response_options", "audit_log" TO lectern_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "users", "sessions", "classes", "enrollments", "courses", "attempts", "lesson_visits" TO lectern_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "class_instructors" TO lectern_app;
--> statement-breakpoint
-- Kept from what is written once, and made anew from it.
GRANT SELECT, INSERT, UPDATE, DELETE ON "lesson_progress", "rate_limits" TO lectern_app;
