/** The hatching of bars that want a look: told apart without colour, on paper too. Once on a page. */
export function Hatch() {
  return (
    <svg className="vh" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-bg" width="5" height="5" />
          <path className="hatch-line" d="M0 0v5" />
        </pattern>
      </defs>
    </svg>
  );
}
