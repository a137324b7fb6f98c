import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { type ContentType, createType, type NewType, typesKey } from "@/features/types/api.ts";
import { PagesSwitch } from "@/features/types/pages-switch.tsx";
import { pluralOf } from "@/features/types/words.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { slugify } from "@/lib/slugify.ts";

type NewTypeDialogProps = {
  open: boolean;
  onClose: () => void;
  onMade: (type: ContentType) => void;
};

/** Asks for what a type is called; its fields come afterwards. */
export function NewTypeDialog({ open, onClose, onMade }: NewTypeDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="New content type"
      description="What is it that this site has several of?"
    >
      <Form onMade={onMade} />
    </Dialog>
  );
}

const empty: NewType = {
  key: "",
  name: "",
  plural: "",
  description: "",
  public: true,
  fields: [],
};

function Form({ onMade }: Pick<NewTypeDialogProps, "onMade">) {
  const [given, setGiven] = useState(empty);
  const set = (change: Partial<NewType>) => setGiven((now) => ({ ...now, ...change }));
  const queryClient = useQueryClient();
  const create = useMutation({
    mutationFn: createType,
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: typesKey });
      onMade(made);
    },
  });
  const errors = create.error instanceof ApiError ? create.error.fields : {};
  const rename = (name: string) =>
    set({
      name,
      // What was not said by hand follows the name.
      ...(given.plural === pluralOf(given.name) && { plural: pluralOf(name) }),
      ...(given.key === keyOf(given.name) && { key: keyOf(name) }),
    });
  return (
    <form
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(given);
      }}
    >
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label="One is called" error={errors.name}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={80}
              placeholder="Recipe"
              autoComplete="off"
              value={given.name}
              onChange={(event) => rename(event.target.value)}
            />
          )}
        </Field>
        <Field label="Several are called" error={errors.plural}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={80}
              placeholder="Recipes"
              autoComplete="off"
              value={given.plural}
              onChange={(event) => set({ plural: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Key"
        error={errors.key}
        hint="Stands in addresses and in the API, and stays as it is."
      >
        {(control) => (
          <Input
            {...control}
            required
            maxLength={40}
            spellCheck={false}
            autoCapitalize="off"
            className="font-mono text-sm"
            placeholder="recipe"
            value={given.key}
            onChange={(event) => set({ key: event.target.value.toLowerCase().replace(/\s/g, "-") })}
          />
        )}
      </Field>
      <PagesSwitch
        typeKey={given.key || "recipe"}
        checked={given.public}
        onChange={(next) => set({ public: next })}
      />
      {create.error && Object.keys(errors).length === 0 && (
        <Notice tone="bad">{messageOf(create.error)}</Notice>
      )}
      <div>
        <Button type="submit" variant="primary" busy={create.isPending}>
          Make the type
        </Button>
      </div>
    </form>
  );
}

const keyOf = (name: string): string => slugify(name).slice(0, 40).replace(/-$/, "");
