import { useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";

type AddressDialogProps = {
  open: boolean;
  title: string;
  hint: string;
  /** What is wrong with an address; null for one that will do. */
  check: (address: string) => string | null;
  onGiven: (address: string) => void;
  onClose: () => void;
};

/** Asks for the address of something that is elsewhere. */
export function AddressDialog({ open, title, hint, check, onGiven, onClose }: AddressDialogProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={title}
      startAt={input}
    >
      <Form input={input} hint={hint} check={check} onGiven={onGiven} />
    </Dialog>
  );
}

type FormProps = Pick<AddressDialogProps, "hint" | "check" | "onGiven"> & {
  input: React.RefObject<HTMLInputElement | null>;
};

function Form({ input, hint, check, onGiven }: FormProps) {
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="mt-5 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        // It stands in a page that may be in a form of its own.
        event.stopPropagation();
        const found = check(address.trim());
        setProblem(found);
        if (found === null) onGiven(address.trim());
        else input.current?.focus();
      }}
    >
      <Field label="Address" hint={hint} error={problem ?? undefined}>
        {(control) => (
          <Input
            {...control}
            ref={input}
            inputMode="url"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={2000}
            placeholder="https://"
            value={address}
            onChange={(event) => {
              setAddress(event.target.value);
              setProblem(null);
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary">
          Put it in
        </Button>
      </div>
    </form>
  );
}
