-- The application's role may remove no answer. It may ask for one person of its school to be erased whole: what
-- stays of their answers is counted first, for each question, and then every row of theirs goes.
-- The function runs as the owner of the tables. Policies bind the owner too, and the owner, being a member of
-- lectern_app, is shown what that role is shown: the rows of the school that the transaction has named.
CREATE FUNCTION "erase_person"("person" uuid, "moment" timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	school uuid := nullif(current_setting('app.school_id', true), '')::uuid;
	who record;
BEGIN
	IF school IS NULL THEN
		RAISE EXCEPTION 'no school is named';
	END IF;
	-- Seen through no policy, every row would look absent, and nothing would be erased in silence.
	IF NOT pg_has_role(current_user, 'lectern_app', 'usage') THEN
		RAISE EXCEPTION 'the owner of the tables (%) must inherit from lectern_app', current_user;
	END IF;

	-- In the order in which an answer takes them, so that one under way ends first and none can begin.
	PERFORM FROM public.attempts a WHERE a.school_id = school AND a.user_id = person ORDER BY a.id FOR UPDATE;
	PERFORM FROM public.cards c WHERE c.school_id = school AND c.user_id = person ORDER BY c.id FOR UPDATE;
	SELECT u.name, u.email, u.email_folded, u.role INTO who
	FROM public.users u WHERE u.school_id = school AND u.id = person FOR UPDATE;
	IF NOT FOUND THEN
		RETURN false;
	END IF;

	-- Always in one order: two who go at once wait for each other, and do not lock each other out.
	INSERT INTO public.erased_answers AS kept (school_id, edition_id, item_id, answers, marks)
	SELECT school, a.edition_id, r.item_id, count(*), sum(r.mark)
	FROM public.attempts a
	JOIN public.responses r ON r.school_id = a.school_id AND r.attempt_id = a.id
	WHERE a.school_id = school AND a.user_id = person
	GROUP BY a.edition_id, r.item_id ORDER BY a.edition_id, r.item_id
	ON CONFLICT (school_id, edition_id, item_id)
	DO UPDATE SET answers = kept.answers + excluded.answers, marks = kept.marks + excluded.marks;

	INSERT INTO public.erased_choices AS kept (school_id, item_id, option_id, chosen)
	SELECT school, o.item_id, o.option_id, count(*)
	FROM public.attempts a
	JOIN public.responses r ON r.school_id = a.school_id AND r.attempt_id = a.id
	JOIN public.response_options o ON o.school_id = r.school_id AND o.response_id = r.id
	WHERE a.school_id = school AND a.user_id = person
	GROUP BY o.item_id, o.option_id ORDER BY o.item_id, o.option_id
	ON CONFLICT (school_id, item_id, option_id) DO UPDATE SET chosen = kept.chosen + excluded.chosen;

	DELETE FROM public.certificates c WHERE c.school_id = school AND c.user_id = person;
	DELETE FROM public.disputes d WHERE d.school_id = school AND d.user_id = person;
	DELETE FROM public.reviews v WHERE v.school_id = school AND v.user_id = person;
	DELETE FROM public.cards c WHERE c.school_id = school AND c.user_id = person;
	DELETE FROM public.response_options o USING public.responses r, public.attempts a
	WHERE o.school_id = school AND r.school_id = school AND r.id = o.response_id
		AND a.school_id = school AND a.id = r.attempt_id AND a.user_id = person;
	DELETE FROM public.responses r USING public.attempts a
	WHERE r.school_id = school AND a.school_id = school AND a.id = r.attempt_id AND a.user_id = person;
	DELETE FROM public.attempt_items i USING public.attempts a
	WHERE i.school_id = school AND a.school_id = school AND a.id = i.attempt_id AND a.user_id = person;
	DELETE FROM public.attempts a WHERE a.school_id = school AND a.user_id = person;
	DELETE FROM public.lesson_progress p WHERE p.school_id = school AND p.user_id = person;
	DELETE FROM public.lesson_visits v WHERE v.school_id = school AND v.user_id = person;
	DELETE FROM public.notes n WHERE n.school_id = school AND n.user_id = person;
	DELETE FROM public.learner_settings s WHERE s.school_id = school AND s.user_id = person;
	DELETE FROM public.enrollments e WHERE e.school_id = school AND e.user_id = person;
	DELETE FROM public.class_instructors i WHERE i.school_id = school AND i.user_id = person;
	DELETE FROM public.sessions s WHERE s.school_id = school AND s.user_id = person;

	-- The log keeps what was done and when; that it was this person is taken out, wherever it stands.
	UPDATE public.audit_log l SET
		actor_id = nullif(l.actor_id, person),
		subject_id = nullif(l.subject_id, person::text),
		details = (
			SELECT coalesce(jsonb_object_agg(d.key, CASE
				WHEN strpos(d.value #>> '{}', person::text) > 0
					OR strpos(lower(d.value #>> '{}'), who.email_folded) > 0
					OR strpos(lower(d.value #>> '{}'), lower(who.email)) > 0
					OR strpos(lower(d.value #>> '{}'), lower(who.name)) > 0
				THEN 'null'::jsonb ELSE d.value END), '{}')
			FROM jsonb_each(l.details) d)
	WHERE l.school_id = school AND (
		l.actor_id = person OR l.subject_id = person::text
		OR strpos(l.details::text, person::text) > 0
		OR strpos(lower(l.details::text), who.email_folded) > 0);

	DELETE FROM public.users u WHERE u.school_id = school AND u.id = person;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'the person is still there';
	END IF;
	INSERT INTO public.audit_log (school_id, id, at, actor_id, action, subject_id, details)
	VALUES (school, gen_random_uuid(), moment, NULL, 'person.erased', NULL, jsonb_build_object('role', who.role));
	RETURN true;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "erase_person"(uuid, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "erase_person"(uuid, timestamptz) TO lectern_app;
