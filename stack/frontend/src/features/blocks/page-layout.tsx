import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { type StoredBlock, storedIn } from "@/features/blocks/block.ts";
import { BlocksField } from "@/features/blocks/blocks-field.tsx";
import type { Problems } from "@/features/blocks/problems.ts";

type PageLayoutProps = {
  /** The field of the page's text. */
  text: ReactNode;
  /** Whether anything is in it. */
  hasText: boolean;
  /** What `data.blocks` holds. */
  blocks: unknown;
  onChange: (blocks: readonly StoredBlock[]) => void;
  /** What the server says is wrong, by its names. */
  problems: Problems;
};

/** A page's text and the blocks below it. A text that nobody has begun makes way for the blocks. */
export function PageLayout({ text, hasText, blocks: given, onChange, problems }: PageLayoutProps) {
  const blocks = storedIn(given);
  const [asked, setAsked] = useState(hasText || blocks.length === 0);
  return (
    <>
      {asked || hasText ? (
        text
      ) : (
        <Button variant="link" size="inline" onClick={() => setAsked(true)}>
          Write a text above the blocks
        </Button>
      )}
      <section aria-labelledby="blocks-heading" className="mt-10">
        <h2 id="blocks-heading" className="mb-3 font-medium text-[0.9375rem]">
          Blocks
        </h2>
        <BlocksField value={blocks} onChange={onChange} problems={problems} />
      </section>
    </>
  );
}
