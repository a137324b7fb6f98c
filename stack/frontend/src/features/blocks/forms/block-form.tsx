import type { Block, BlockOf } from "@/features/blocks/block.ts";
import { ChoiceField } from "@/features/blocks/forms/choice-field.tsx";
import { ContactForm } from "@/features/blocks/forms/contact-form.tsx";
import type { FormProps } from "@/features/blocks/forms/form-props.ts";
import { GalleryField } from "@/features/blocks/forms/gallery-field.tsx";
import { HeadingField } from "@/features/blocks/forms/heading-field.tsx";
import { LinksField } from "@/features/blocks/forms/links-field.tsx";
import { PictureField } from "@/features/blocks/forms/picture-field.tsx";
import { PostsForm } from "@/features/blocks/forms/posts-form.tsx";
import { LineField, LinesField } from "@/features/blocks/forms/text-fields.tsx";
import type { Problems } from "@/features/blocks/problems.ts";
import { LibraryText } from "@/features/fields/library-text.tsx";

type BlockFormProps = {
  block: Block;
  onChange: (block: Block) => void;
  /** By the path within the block. */
  problems: Problems;
};

/** What a block holds, in the form of its kind. */
export function BlockForm({ block, onChange, problems }: BlockFormProps) {
  const set = (change: object) => onChange({ ...block, ...change } as Block);
  switch (block.kind) {
    case "hero":
      return <HeroForm block={block} set={set} problems={problems} />;
    case "text":
      return (
        <LibraryText
          label="Text of this block"
          value={block.text}
          onChange={(text) => set({ text })}
          error={problems.text}
        />
      );
    case "image":
      return <ImageForm block={block} set={set} problems={problems} />;
    case "gallery":
      return (
        <>
          <HeadingField block={block} set={set} problems={problems} />
          <GalleryField
            value={block.pictures}
            onChange={(pictures) => set({ pictures })}
            problems={problems}
          />
        </>
      );
    case "quote":
      return <QuoteForm block={block} set={set} problems={problems} />;
    case "action":
      return (
        <>
          <HeadingField block={block} set={set} problems={problems} />
          <LinesField
            label="A line below it"
            longest={600}
            value={block.text}
            onChange={(text) => set({ text })}
            error={problems.text}
          />
          <LinksField
            value={block.links}
            onChange={(links) => set({ links })}
            problems={problems}
          />
        </>
      );
    case "posts":
      return <PostsForm block={block} set={set} problems={problems} />;
    case "contact":
      return <ContactForm block={block} set={set} problems={problems} />;
  }
}

function HeroForm({ block, set, problems }: FormProps<BlockOf<"hero">>) {
  return (
    <>
      <LineField
        label="Title"
        hint="Left empty, it is the page’s own."
        longest={200}
        value={block.title}
        onChange={(title) => set({ title })}
        error={problems.title}
      />
      <LinesField
        label="A line below it"
        longest={600}
        rows={2}
        value={block.text}
        onChange={(text) => set({ text })}
        error={problems.text}
      />
      <PictureField value={block} onChange={set} problems={problems} />
      {block.picture !== "" && (
        <ChoiceField
          label="Where the picture stands"
          value={block.layout}
          onChange={(layout) => set({ layout })}
          choices={{ below: "Below the words, wide", beside: "Beside the words" }}
          error={problems.layout}
        />
      )}
      <LinksField value={block.links} onChange={(links) => set({ links })} problems={problems} />
    </>
  );
}

function ImageForm({ block, set, problems }: FormProps<BlockOf<"image">>) {
  return (
    <>
      <PictureField value={block} onChange={set} problems={problems} removable={false} />
      <LineField
        label="Caption"
        longest={300}
        value={block.caption}
        onChange={(caption) => set({ caption })}
        error={problems.caption}
      />
      <ChoiceField
        label="How wide"
        value={block.width}
        onChange={(width) => set({ width })}
        choices={{ text: "As wide as the text", wide: "Wide", full: "From edge to edge" }}
        error={problems.width}
      />
    </>
  );
}

function QuoteForm({ block, set, problems }: FormProps<BlockOf<"quote">>) {
  return (
    <>
      <LinesField
        label="What was said"
        longest={1000}
        value={block.text}
        onChange={(text) => set({ text })}
        error={problems.text}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <LineField
          label="By whom"
          longest={120}
          value={block.by}
          onChange={(by) => set({ by })}
          error={problems.by}
        />
        <LineField
          label="Who that is"
          longest={200}
          value={block.about}
          onChange={(about) => set({ about })}
          error={problems.about}
        />
      </div>
    </>
  );
}
