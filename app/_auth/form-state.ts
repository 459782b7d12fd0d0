/** What a form shows after it was sent: errors by field, one message, and what was typed. */
export type FormState = {
  fields: Record<string, string>;
  message: string | null;
  values: Record<string, string>;
};

export const emptyFormState: FormState = { fields: {}, message: null, values: {} };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
