import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field } from "@/components/ui/field.tsx";
import { pageListQuery, pageQuery } from "@/features/pages/api.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

type Choice = { id: string; title: string };

type HomePageFieldProps = {
  pageId: string | null;
  onChange: (pageId: string | null) => void;
  error?: string | undefined;
};

/** Chooses among the published pages; none means the list of all pages. */
export function HomePageField({ pageId, onChange, error }: HomePageFieldProps) {
  const [text, setText] = useState("");
  const [picked, setPicked] = useState<Choice | null>(null);
  const q = useDebounced(text.trim(), 200);
  const found = useInfiniteQuery({
    ...pageListQuery({ status: "published", q }),
    placeholderData: keepPreviousData,
  });
  const items: Choice[] = found.data?.pages.flatMap((page) => page.items) ?? [];

  // The page chosen earlier need not be among those found: it is looked up for its title.
  const needed = pageId !== null && picked?.id !== pageId;
  const stored = useQuery({ ...pageQuery(pageId ?? ""), enabled: needed });
  const value =
    pageId === null
      ? null
      : needed
        ? { id: pageId, title: stored.data?.title ?? "…" }
        : picked;

  return (
    <Field
      label="Home page"
      error={error}
      hint="What visitors see first. Without one, they see a list of the published pages."
    >
      {(control) => (
        <Combobox<Choice>
          control={control}
          value={value}
          onChange={(choice) => {
            setPicked(choice);
            onChange(choice?.id ?? null);
          }}
          items={items}
          onSearch={setText}
          label={({ title }) => title}
          isSame={(a, b) => a.id === b.id}
          placeholder="The list of pages"
          status={listStatus()}
        />
      )}
    </Field>
  );

  function listStatus(): string {
    if (found.isPending) return "Loading the pages…";
    if (found.isError) return messageOf(found.error);
    if (items.length > 0) return "";
    return q === "" ? "No page is published yet." : `No published page matches “${q}”.`;
  }
}
