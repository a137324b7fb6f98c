"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { type FormEvent, useState } from "react";
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from "react-hook-form";
import type { ActionError, ActionResult } from "@/lib/domain/action-result.ts";
import { unreached } from "./unreached.ts";

/** What `useForm` checks by: any schema of zod, or of zod/mini, which is smaller. */
interface Schema<Input, Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}
type SchemaResult<Output> = Awaited<
  ReturnType<Parameters<typeof standardSchemaResolver<FieldValues, unknown, Output>>[0]["~standard"]["validate"]>
>;

interface Options<Input extends FieldValues, Data> {
  defaultValues: DefaultValues<Input>;
  /** Not called when the action redirects. */
  onSuccess?: (data: Data) => void;
}

export interface ActionForm<Input extends FieldValues, Output> {
  readonly form: UseFormReturn<Input, unknown, Output>;
  readonly register: UseFormReturn<Input, unknown, Output>["register"];
  /** The message to show at a field, from the schema or from the server. */
  readonly errorOf: (field: Path<Input>) => string | undefined;
  readonly submit: (event: FormEvent) => void;
  readonly isBusy: boolean;
  /** What no single field is to blame for: show it with `FormFailure`. */
  readonly failure: ActionError | null;
}

/**
 * A form over a server action. Checks by the schema first; errors the action blames on fields are
 * shown at them, the first of them gets the focus, and what was typed stays.
 */
export function useActionForm<Input extends FieldValues, Output, Data>(
  schema: Schema<Input, Output>,
  action: (input: Output) => Promise<ActionResult<Data>>,
  { defaultValues, onSuccess }: Options<Input, Data>,
): ActionForm<Input, Output> {
  const form = useForm<Input, unknown, Output>({ resolver: standardSchemaResolver(schema), defaultValues });
  const [failure, setFailure] = useState<ActionError | null>(null);

  const submit = form.handleSubmit(async (input) => {
    setFailure(null);
    const result = await action(input).catch(rethrowRedirect);
    if (result.ok) return onSuccess?.(result.data);
    const blamed = Object.entries(result.error.fields ?? {});
    const here = blamed.filter(([name]) => form.getValues(name as Path<Input>) !== undefined);
    for (const [index, [name, messages]] of here.entries()) {
      const message = messages[0] ?? result.error.message;
      form.setError(name as Path<Input>, { type: "server", message }, { shouldFocus: index === 0 });
    }
    if (here.length === 0 || here.length < blamed.length) setFailure(result.error);
  });

  return {
    form,
    register: form.register,
    errorOf: (field) => form.getFieldState(field, form.formState).error?.message,
    submit: (event) => {
      if (form.formState.isSubmitting) event.preventDefault();
      else void submit(event);
    },
    isBusy: form.formState.isSubmitting,
    failure,
  };
}

/** A server action that redirects throws on its way; anything else means that it was not reached. */
function rethrowRedirect(thrown: unknown): ActionResult<never> {
  if (thrown instanceof Error && "digest" in thrown && String(thrown.digest).startsWith("NEXT_")) throw thrown;
  return unreached;
}
