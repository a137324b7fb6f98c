import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useId, useRef, useState } from "react";
import { toast } from "sonner";
import { LeaveDialog } from "@/components/leave-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { useMay } from "@/features/session/use-user.ts";
import { type ContentType, changeType, typeQuery, typesKey } from "@/features/types/api.ts";
import { consequencesOf } from "@/features/types/consequences.ts";
import { ConsequencesDialog } from "@/features/types/consequences-dialog.tsx";
import { FieldsEditor } from "@/features/types/fields-editor.tsx";
import { TypeAbout } from "@/features/types/type-about.tsx";
import { changeOf, draftOf } from "@/features/types/type-draft.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { useShortcut } from "@/lib/shortcuts.ts";

type TypeFormProps = { type: ContentType; types: readonly ContentType[] };

/** What a type is called and what it consists of; saved as a whole. */
export function TypeForm({ type, types }: TypeFormProps) {
  const manages = useMay("types.manage");
  const [draft, setDraft] = useState(() => draftOf(type));
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const change = changeOf(type, draft);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () => changeType(type.key, change ?? {}),
    onSuccess: (saved) => {
      toast.success(`“${saved.plural}” is saved`);
      queryClient.setQueryData(typeQuery(type.key).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: typesKey });
    },
  });
  const consequences = type.entries > 0 ? consequencesOf(type, draft) : [];
  const submit = () => {
    if (!change || save.isPending) return;
    if (consequences.length > 0) setAsked(true);
    else save.mutate();
  };
  useShortcut("mod+s", () => form.current?.requestSubmit(), manages);
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && change !== null,
    enableBeforeUnload: () => change !== null,
    withResolver: true,
  });
  const errors = save.error instanceof ApiError ? save.error.fields : {};

  return (
    <>
      <form
        ref={form}
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {manages && !type.builtIn && (
          <TypeAbout type={type} draft={draft} errors={errors} onChange={setDraft} />
        )}
      </form>
      <FieldsEditor
        type={type}
        types={types}
        isPublic={draft.public}
        fields={draft.fields}
        problems={errors}
        onChange={manages ? (fields) => setDraft({ ...draft, fields }) : null}
      />
      {save.error && (
        <Notice tone="bad" className="mt-6" title="It was not saved">
          {messageOf(save.error)}
        </Notice>
      )}
      {change && (
        <div className="sticky bottom-0 z-20 mt-6 flex flex-wrap items-center gap-3 border-rule border-t bg-paper py-4">
          <Button type="submit" form={formId} variant="primary" busy={save.isPending}>
            Save the type
          </Button>
          <Button
            onClick={() => {
              save.reset();
              setDraft(draftOf(type));
            }}
          >
            Undo the changes
          </Button>
          <p role="status" className="text-muted text-sm">
            Not saved yet
          </p>
        </div>
      )}
      <ConsequencesDialog
        open={asked}
        type={type}
        consequences={consequences}
        onClose={() => setAsked(false)}
        onSave={() => save.mutateAsync().then(() => {})}
      />
      <LeaveDialog
        open={leaving.status === "blocked"}
        saving={save.isPending}
        stay="Keep editing"
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
        onSaveAndLeave={() => {
          leaving.reset?.();
          form.current?.requestSubmit();
        }}
      />
    </>
  );
}
