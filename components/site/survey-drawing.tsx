/** Eight lots along a road, as a surveyor draws them. The third belongs to somebody: it has a deed. */
const otherLots = [
  "M0 303C43.7 284.1 86.3 275.8 129.5 272.3L138 44L0 58z",
  "M129.5 272.3C174.6 268.8 220.2 270.6 268.1 271.7L286 62L138 44z",
  "M441.6 263.1C501.8 253.6 567.2 234.9 640 199L640 54L468 40z",
  "M0 333C57 308.4 112.2 301.6 169.1 300.5L170 486L0 470z",
  "M169.1 300.5C218.4 299.4 269 302.7 323.2 302.1L322 466L170 486z",
  "M323.2 302.1C373.2 301.7 426.3 298 484.2 284.9L492 482L322 466z",
  "M484.2 284.9C532.4 274 584 256.6 640 229L640 468L492 482z",
];
const ownLot = "M268.1 271.7C322.1 272.8 379.1 272.9 441.6 263.1L468 40L286 62z";
const road = "M0 318C190 236 360 352 640 214";

const boundaryStones = [
  [129.5, 272.3],
  [138, 44],
  [169.1, 300.5],
  [170, 486],
  [323.2, 302.1],
  [322, 466],
  [484.2, 284.9],
  [492, 482],
] as const;
const ownStones = [
  [268.1, 271.7],
  [441.6, 263.1],
  [468, 40],
  [286, 62],
] as const;

/** Footprints of the neighbours' houses. */
const houses = [
  "M46 150h52v38h-22v30h-30z",
  "M178 118h60v34h-26v40h-34z",
  "M524 104h64v44h-64z",
  "M52 368h40v64h-40z",
  "M214 342h66v32h-30v38h-36z",
];

const trees = [
  [28, 96, 9],
  [48, 84, 7],
  [104, 244, 8],
  [150, 236, 8],
  [232, 84, 10],
  [252, 98, 7],
  [492, 210, 9],
  [512, 222, 7],
  [612, 84, 10],
  [598, 100, 7],
  [122, 440, 10],
  [140, 424, 7],
  [112, 418, 6],
  [296, 434, 9],
  [190, 450, 7],
] as const;

const fields = [
  "M16 272L122 258M16 258L122 244M16 244L70 237",
  "M186 222L262 222M184 236L262 236M184 250L262 250",
  "M560 176L628 150M548 192L628 162M548 206L628 176",
];

export function SurveyDrawing() {
  return (
    <svg
      viewBox="0 0 640 540"
      role="img"
      aria-label="A surveyor’s plan of eight lots along a road. One lot is marked in green; on it stands a house with three rooms named web, api and db. A title deed with a seal lies on the plan."
      className="h-auto w-full font-body"
      fill="none"
      strokeLinejoin="round"
    >
      <g className="stroke-rule-strong" strokeWidth="1">
        {otherLots.map((lot) => (
          <path key={lot} d={lot} />
        ))}
        {fields.map((field) => (
          <path key={field} d={field} className="stroke-rule" />
        ))}
      </g>
      <g className="fill-paper-sunken stroke-ink-muted" strokeWidth="1">
        {houses.map((house) => (
          <path key={house} d={house} />
        ))}
      </g>
      <g className="stroke-rule-strong">
        {trees.map(([x, y, radius]) => (
          <g key={`${x} ${y}`}>
            <circle cx={x} cy={y} r={radius} />
            <circle cx={x} cy={y} r="1" className="fill-rule-strong" />
          </g>
        ))}
      </g>

      <path d={road} className="stroke-rule-strong" strokeDasharray="1 9" strokeLinecap="round" strokeWidth="1.5" />

      <path d={ownLot} className="fill-green-soft stroke-green" strokeWidth="3" />
      <OwnHouse />

      <g className="fill-paper stroke-ink-muted">
        {boundaryStones.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="3" />
        ))}
      </g>
      <g className="fill-paper stroke-green" strokeWidth="2">
        {ownStones.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="4.5" />
        ))}
      </g>
      <g className="fill-ink-muted font-display" fontSize="19" textAnchor="middle">
        <text x="68" y="112">
          1
        </text>
        <text x="200" y="96">
          2
        </text>
        <text x="556" y="84">
          4
        </text>
        <text x="120" y="352">
          5
        </text>
        <text x="300" y="400">
          6
        </text>
        <text x="362" y="348">
          7
        </text>
        <text x="516" y="324">
          8
        </text>
      </g>
      <text x="292" y="92" className="fill-green font-display" fontSize="24">
        3
      </text>

      <NorthArrow />
      <Deed />
    </svg>
  );
}

function OwnHouse() {
  return (
    <>
      <path d="M370 270v-32" className="stroke-green" strokeWidth="2" strokeDasharray="3 4" />
      <g className="fill-paper stroke-green" strokeWidth="2">
        <path d="M324 98h92v140h-92z" />
        <path d="M324 145h34m24 0h34M324 192h34m24 0h34" />
      </g>
      <path d="M360 238h20" className="stroke-paper" strokeWidth="4" />
      <g className="fill-ink" fontSize="17" textAnchor="middle">
        <text x="370" y="128">
          db
        </text>
        <text x="370" y="175">
          api
        </text>
        <text x="370" y="221">
          web
        </text>
      </g>
    </>
  );
}

function NorthArrow() {
  return (
    <g className="stroke-ink-muted">
      <path d="M32 508v-28m-6 9 6-10 6 10" strokeWidth="1.25" />
      <text x="46" y="506" className="fill-ink-muted font-display" fontSize="18" stroke="none">
        N
      </text>
      <path d="M92 502h120M92 497v10m40-7v4m40-4v4m40-7v10" strokeWidth="1.25" />
    </g>
  );
}

function Deed() {
  return (
    <g transform="rotate(-5 520 430)">
      <path d="M412 338h178l34 34v148h-212z" className="fill-paper-raised stroke-ink" strokeWidth="1.5" />
      <path d="M590 338v34h34" className="fill-paper-sunken stroke-ink" strokeWidth="1.5" />
      <path d="M424 350h154m-154 158h188v-124m-188-34v158" className="stroke-rule" />
      <text x="440" y="392" className="fill-ink font-display" fontSize="27">
        Title deed
      </text>
      <text x="440" y="416" className="fill-ink-muted" fontSize="16">
        Lot 3, to acme alone
      </text>
      <path d="M440 440h92m-92 17h92m-92 17h72" className="stroke-rule-strong" />
      <Seal />
    </g>
  );
}

const lobes = Array.from({ length: 14 }, (_, index) => {
  const angle = (index / 14) * 2 * Math.PI;
  return [
    Math.round((574 + 24 * Math.cos(angle)) * 10) / 10,
    Math.round((464 + 24 * Math.sin(angle)) * 10) / 10,
  ] as const;
});

function Seal() {
  return (
    <g>
      <path d="M562 480l-8 34 13-7 9 9 4-34z" className="fill-green-soft stroke-green" />
      <g className="fill-green">
        {lobes.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="6" />
        ))}
        <circle cx="574" cy="464" r="25" />
      </g>
      <circle cx="574" cy="464" r="19.5" className="stroke-on-green" />
      <path d="M565 454h18v20h-18zm0 10h18m-9 0v10" className="stroke-on-green" strokeWidth="1.5" />
    </g>
  );
}
