import { useNavigate } from "@tanstack/react-router";
import { toast } from "sonner";
import type { Schedule } from "@/features/entries/api.ts";
import type { Document } from "@/features/entries/editor/document.ts";
import type { DocumentActions } from "@/features/entries/editor/use-document.ts";
import type { Entry } from "@/features/entries/entry.ts";
import { listLink } from "@/features/entries/links.ts";

type StepsOf = {
  type: string;
  doc: Document;
  actions: DocumentActions;
  /** Called once, when a new entry is first saved. */
  onCreated: ((entry: Entry) => void) | undefined;
  /** Brings the writer to the title that is missing. */
  onUntitled: () => void;
  /** Something that saves begins: a conflict that was put off comes up again. */
  onBegin: () => void;
};

/** What a writer does with an entry, and what they are told of it. */
export function useSteps({ type, doc, actions, onCreated, onUntitled, onBegin }: StepsOf) {
  const navigate = useNavigate();
  const { entry, fields } = doc;
  const titled = fields.title.trim() !== "";

  const told = (done: Entry | null): Entry | null => {
    if (done && !entry) onCreated?.(done);
    return done;
  };
  /** Runs an action that saves; an entry without a title is asked for one first. */
  const withTitle = async (action: () => Promise<Entry | null>): Promise<Entry | null> => {
    if (!titled) {
      toast.error("Give it a title first");
      onUntitled();
      return null;
    }
    onBegin();
    return told(await action());
  };

  return {
    titled,
    save: () => withTitle(actions.save),
    autosave: async () => {
      if (titled) told(await actions.save({ autosave: true }));
    },
    publish: async () => {
      if (await withTitle(actions.publish)) toast.success("Published: everyone can see it now");
    },
    submit: async () => {
      if (await withTitle(actions.submit)) toast.success("Submitted: an editor can publish it now");
    },
    unpublish: async () => {
      if (await actions.unpublish()) toast.success("It is a draft again: visitors do not see it");
    },
    schedule: (schedule: Schedule) => withTitle(() => actions.schedule(schedule)),
    restore: async (number: number) => {
      if (await actions.restore(number)) toast.success("Restored: it is saved as a new version");
    },
    remove: async () => {
      await actions.remove();
      await navigate({ ...listLink(type), ignoreBlocker: true });
      toast.success(`“${entry?.title}” is deleted`);
    },
  };
}
