export type FieldSpec = {
  name: string;
  label: string;
  help?: string | undefined;
  type?: 'text' | 'email' | 'password' | 'search' | 'number';
  /** Of a number. */
  min?: number;
  max?: number;
  /** A choice of these instead of free text. */
  options?: readonly { value: string; text: string }[];
  /** Several lines of text, this many of them shown at once. */
  rows?: number | undefined;
  defaultValue?: string | undefined;
  autoComplete?: string | undefined;
  required?: boolean;
  /** Characters that may be written. */
  most?: number;
};

/** A labelled input with its help and its error, tied together for assistive technology. */
export function Field({
  id,
  name,
  label,
  help,
  error,
  type = 'text',
  min,
  max,
  options,
  rows,
  defaultValue,
  autoComplete,
  required = true,
  most,
}: FieldSpec & { id?: string; error?: string | undefined }) {
  const own = id ?? name;
  const described = [
    ...(help === undefined ? [] : [`${own}-help`]),
    ...(error === undefined ? [] : [`${own}-error`]),
  ];
  const shared = {
    className: 'input',
    id: own,
    name,
    defaultValue,
    required,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
  };
  return (
    <div className="field">
      <label htmlFor={own}>{label}</label>
      {rows !== undefined ? (
        <textarea {...shared} rows={rows} maxLength={most} />
      ) : options === undefined ? (
        <input
          {...shared}
          type={type}
          min={min}
          max={max}
          autoComplete={autoComplete}
          autoCapitalize={type === 'email' ? 'none' : undefined}
          spellCheck={type === 'text' ? undefined : false}
        />
      ) : (
        // React keeps a select's first default: a new key takes the new one.
        <select key={defaultValue} {...shared}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
      {help === undefined ? null : (
        <p className="help" id={`${own}-help`}>
          {help}
        </p>
      )}
      {error === undefined ? null : (
        <p className="err" id={`${own}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
