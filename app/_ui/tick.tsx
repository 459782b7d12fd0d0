export function Tick() {
  return (
    <span className="tick">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2.5 8.5l3.6 3.6L13.5 4" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </span>
  );
}
