import type { BlockKind } from "@/features/blocks/block.ts";

/** Left, top, width, height; drawn as ink, as a picture, or as what is to be clicked. */
type Shape = readonly [x: number, y: number, width: number, height: number, look?: Look];
type Look = "picture" | "button" | "strong";

const line = (y: number, width: number, x = 8): Shape => [x, y, width, 3];

const drawings: Readonly<Record<BlockKind, readonly Shape[]>> = {
  hero: [
    [8, 7, 46, 6, "strong"],
    line(17, 34),
    [8, 24, 16, 6, "button"],
    [8, 35, 80, 21, "picture"],
  ],
  text: [
    [8, 8, 34, 5, "strong"],
    line(18, 80),
    line(25, 76),
    line(32, 80),
    line(39, 44),
    line(49, 72),
  ],
  image: [[8, 8, 80, 40, "picture"], line(52, 38)],
  gallery: [
    [8, 8, 25, 21, "picture"],
    [35.5, 8, 25, 21, "picture"],
    [63, 8, 25, 21, "picture"],
    [8, 32, 25, 21, "picture"],
    [35.5, 32, 25, 21, "picture"],
    [63, 32, 25, 21, "picture"],
  ],
  quote: [
    [16, 12, 12, 2, "button"],
    [16, 20, 62, 5, "strong"],
    [16, 29, 50, 5, "strong"],
    line(42, 26, 16),
  ],
  action: [
    [0, 12, 96, 38, "picture"],
    [8, 19, 50, 5, "strong"],
    line(29, 40),
    [8, 37, 22, 7, "button"],
  ],
  posts: [
    [8, 8, 24, 5, "strong"],
    [8, 18, 25, 18, "picture"],
    [35.5, 18, 25, 18, "picture"],
    [63, 18, 25, 18, "picture"],
    line(40, 20),
    line(40, 20, 35.5),
    line(40, 20, 63),
    line(47, 12),
    line(47, 12, 35.5),
    line(47, 12, 63),
  ],
  contact: [
    [8, 9, 24, 5, "strong"],
    line(21, 30),
    line(28, 24),
    [8, 37, 26, 3, "button"],
    line(21, 18, 54),
    line(21, 10, 78),
    line(28, 18, 54),
    line(28, 10, 78),
    line(35, 18, 54),
    line(35, 10, 78),
  ],
};

const looks: Readonly<Record<Look, string>> = {
  strong: "fill-ink",
  picture: "fill-green-soft",
  button: "fill-green",
};

/** What a kind of block looks like, from far away. */
export function KindPicture({ kind }: { kind: BlockKind }) {
  return (
    <svg aria-hidden viewBox="0 0 96 62" className="w-full rounded-sm border border-rule bg-paper">
      {drawings[kind].map(([x, y, width, height, look]) => (
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={width}
          height={height}
          rx={1}
          className={look ? looks[look] : "fill-rule-strong"}
        />
      ))}
    </svg>
  );
}
