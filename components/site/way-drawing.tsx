/** One plot on its way to an owner: staked out, made over, built upon. */
export function WayDrawing({ step }: { readonly step: "asked" | "granted" | "built" }) {
  return (
    <svg
      viewBox="0 0 320 176"
      aria-hidden="true"
      className="h-auto w-full font-body"
      fill="none"
      strokeLinejoin="round"
    >
      <path
        d="M0 36L66 30M246 20L320 15M46 140L0 143M264 131L320 126M104 27L98 0M200 23L204 0"
        className="stroke-rule"
      />
      <path d="M0 158C96 146 216 158 320 143M0 175C96 163 216 175 320 160" className="stroke-rule-strong" />
      {drawings[step]}
    </svg>
  );
}

const plot = "M66 30L246 20L264 131L46 140z";
const corners = [
  [66, 30],
  [246, 20],
  [264, 131],
  [46, 140],
] as const;

const drawings = {
  asked: (
    <>
      <path d={plot} className="stroke-ink-muted" strokeDasharray="5 6" />
      <g className="stroke-ink" strokeWidth="1.5">
        {corners.map(([x, y]) => (
          <path key={x} d={`M${x} ${y + 4}v-16m0 0l9 3.5l-9 3.5`} className="fill-paper" />
        ))}
      </g>
      <path d="M155 122V64" className="stroke-ink" strokeWidth="2.5" />
      <path d="M112 46h86v34h-86z" className="fill-paper stroke-ink" strokeWidth="1.5" />
      <text x="155" y="69" className="fill-ink font-display" fontSize="20" textAnchor="middle">
        acme?
      </text>
      <path d="M140 123c8-3 22-3 30 0" className="stroke-ink-muted" />
    </>
  ),
  granted: (
    <>
      <path d={plot} className="stroke-green" strokeWidth="2" />
      <Stones />
      <g transform="rotate(-4 156 84)">
        <path d="M92 42h106l20 20v66h-126z" className="fill-paper stroke-ink" strokeWidth="1.5" />
        <path d="M198 42v20h20" className="fill-paper-sunken stroke-ink" strokeWidth="1.5" />
        <text x="106" y="72" className="fill-ink font-display" fontSize="19">
          To acme
        </text>
        <path d="M106 88h62m-62 12h62m-62 12h44" className="stroke-rule-strong" />
        <circle cx="192" cy="102" r="17" className="fill-green" />
        <path d="M184 102l6 6l11-12" className="stroke-on-green" strokeWidth="2.5" />
      </g>
    </>
  ),
  built: (
    <>
      <path d={plot} className="fill-green-soft stroke-green" strokeWidth="3" />
      <Stones />
      <path d="M156 116v38" className="stroke-green" strokeWidth="2" strokeDasharray="3 4" />
      <g className="fill-paper stroke-green" strokeWidth="2">
        <path d="M84 58h144v58h-144z" />
        <path d="M132 58v18m0 22v18M180 58v18m0 22v18" />
      </g>
      <path d="M147 116h18" className="stroke-paper" strokeWidth="4" />
      <g className="fill-ink" fontSize="16" textAnchor="middle">
        <text x="108" y="92">
          db
        </text>
        <text x="156" y="92">
          web
        </text>
        <text x="204" y="92">
          api
        </text>
      </g>
    </>
  ),
} as const;

function Stones() {
  return (
    <g className="fill-paper stroke-green" strokeWidth="2">
      {corners.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="4" />
      ))}
    </g>
  );
}
