export function Brand() {
  return (
    <a className="brand" href="/">
      <svg viewBox="0 0 28 24" aria-hidden="true" focusable="false">
        <path d="M8.6 2h18l-1.1 3.4h-18z" fill="currentColor" />
        <path d="M6.6 8h18l-1.1 3.4h-18z" fill="var(--marker)" stroke="var(--marker-edge)" strokeWidth=".7" />
        <path d="M4.6 14h11l-1.1 3.4h-11z" fill="currentColor" />
        <path d="M1 22.5h26" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      Lectern
    </a>
  );
}
