import { useState } from "react";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { ContentField } from "@/features/fields/field.ts";
import { FieldsForm } from "@/features/fields/fields-form.tsx";
import { defaultsOf } from "@/features/fields/values.ts";

type FormPreviewProps = {
  open: boolean;
  onClose: () => void;
  fields: readonly ContentField[];
};

/** The form as writers will have it, to try out. */
export function FormPreview({ open, onClose, fields }: FormPreviewProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="The form, as writers have it"
      description="Try it out: nothing of it is kept."
      startAt="title"
      className="max-w-3xl"
    >
      <Form fields={fields} />
    </Dialog>
  );
}

function Form({ fields }: Pick<FormPreviewProps, "fields">) {
  const [value, setValue] = useState(() => defaultsOf(fields));
  return (
    <div className="mt-6">
      <FieldsForm fields={fields} value={value} onChange={setValue} />
    </div>
  );
}
