'use client';

import { type ReactNode, useActionState, useEffect, useId, useRef } from 'react';
import { emptyFormState, type FormAction } from '#app/_auth/form-state.ts';
import { Field, type FieldSpec } from './field.tsx';

/**
 * A form over an action: fields as data, errors beside them, what was typed kept.
 * Works before JavaScript has loaded: the browser posts and the page comes back with the same state.
 * After a refusal the first field to look at has the focus; a second press while one is sent does nothing.
 */
export function ActionForm({
  action,
  fields = [],
  submit,
  hidden = {},
  className = 'stack',
  tone = 'go',
  small = false,
  children,
}: {
  action: FormAction;
  fields?: readonly FieldSpec[];
  submit: ReactNode;
  hidden?: Record<string, string>;
  className?: string;
  tone?: 'go' | 'proofed' | 'plain';
  small?: boolean;
  children?: ReactNode;
}) {
  const [state, send, pending] = useActionState(action, emptyFormState);
  const form = useRef<HTMLFormElement>(null);
  const scope = useId();
  useEffect(() => {
    if (state !== emptyFormState) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state]);
  const look = ['btn', ...(tone === 'plain' ? [] : [tone]), ...(small ? ['sm'] : [])].join(' ');
  return (
    <form
      ref={form}
      action={send}
      className={className}
      onSubmit={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {state.message === null ? null : (
        <div className="note proof" role="alert">
          <p>{state.message}</p>
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field
          {...field}
          key={field.name}
          id={`${scope}${field.name}`}
          error={state.fields[field.name]}
          defaultValue={state.values[field.name] ?? field.defaultValue}
        />
      ))}
      {children}
      <div className="row">
        <button type="submit" className={look} aria-disabled={pending || undefined}>
          {submit}
        </button>
      </div>
    </form>
  );
}
