/** Two neighbouring plots from above: one road, two gates, a wall without a door. Keyed 1–5. */
export function BoundaryDrawing() {
  return (
    <svg
      viewBox="0 0 560 520"
      role="img"
      aria-label="Two plots side by side on one road. Each has its own gate, and behind it web, api and db in a row. A wall without a door stands between them."
      className="h-auto w-full font-body"
      fill="none"
    >
      <path d="M0 444H560M0 506H560" className="stroke-rule-strong" />
      <path d="M8 475H552" className="stroke-rule-strong" strokeDasharray="14 12" />

      <Plot x={24} name="acme" isOwn />
      <Plot x={296} name="a neighbour" isOwn={false} />
      <path d="M280 20V420" className="stroke-ink" strokeWidth="7" />

      <Key x={62} y={475} number={1} />
      <Key x={182} y={424} number={2} />
      <Key x={222} y={250} number={3} />
      <Key x={280} y={148} number={4} />
      <Key x={222} y={104} number={5} />
    </svg>
  );
}

const rooms = [
  { name: "db", y: 76 },
  { name: "api", y: 196 },
  { name: "web", y: 316 },
] as const;

function Plot({ x, name, isOwn }: { x: number; name: string; isOwn: boolean }) {
  const ink = isOwn ? "stroke-green" : "stroke-rule-strong";
  return (
    <g>
      <path
        d={`M${x + 92} 420H${x}V20H${x + 240}V420H${x + 148}`}
        className={`${ink} ${isOwn ? "fill-green-soft" : "fill-paper-raised"}`}
        strokeWidth={isOwn ? 3 : 1.5}
      />
      <text x={x + 16} y="50" className={`font-display ${isOwn ? "fill-green" : "fill-ink-muted"}`} fontSize="22">
        {name}
      </text>
      <path
        d={`M${x + 120} 140V196M${x + 120} 260V316M${x + 120} 380V444`}
        className={ink}
        strokeWidth="2"
        strokeDasharray="3 5"
      />
      {rooms.map((room) => (
        <g key={room.name}>
          <path d={`M${x + 66} ${room.y}h108v64h-108z`} className={`fill-paper ${ink}`} strokeWidth="2" />
          <text x={x + 120} y={room.y + 39} className="fill-ink" fontSize="20" textAnchor="middle">
            {room.name}
          </text>
        </g>
      ))}
    </g>
  );
}

function Key({ x, y, number }: { x: number; y: number; number: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r="16" className="fill-ink" />
      <text x={x} y={y + 6.5} className="fill-paper" fontSize="18" fontWeight="600" textAnchor="middle">
        {number}
      </text>
    </g>
  );
}
