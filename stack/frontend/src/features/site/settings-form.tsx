import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { LeaveDialog } from "@/components/leave-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { useMay } from "@/features/session/use-user.ts";
import { type Site, type SiteFields, saveSite, siteQuery } from "@/features/site/api.ts";
import { HomePageField } from "@/features/site/home-page-field.tsx";
import { languages } from "@/features/site/languages.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { useShortcut } from "@/lib/shortcuts.ts";

const fieldsOf = ({ title, tagline, language, homePageId }: Site): SiteFields => ({
  title,
  tagline,
  language,
  homePageId,
});

/** Keeps what is being changed apart from what is stored, so that a refresh cannot undo typing. */
export function SettingsForm({ site }: { site: Site }) {
  const [changes, setChanges] = useState<Partial<SiteFields>>({});
  const stored = fieldsOf(site);
  const fields = { ...stored, ...changes };
  const dirty = (Object.keys(stored) as (keyof SiteFields)[]).some(
    (name) => fields[name] !== stored[name],
  );
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: saveSite,
    onSuccess: (next, sent) => {
      queryClient.setQueryData(siteQuery.queryKey, next);
      setChanges((now) => withoutSent(now, sent));
      toast.success("Settings saved");
    },
  });
  const errors = save.error instanceof ApiError ? save.error.fields : {};
  const set = (change: Partial<SiteFields>) => setChanges((now) => ({ ...now, ...change }));
  const writes = useMay("site.write");
  const submit = () => {
    if (writes && dirty && !save.isPending) save.mutate(fields);
  };
  useShortcut("mod+s", submit);
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });

  return (
    <form
      className="mt-8 border-ink border-t"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error && (
        <Notice tone="bad" className="mt-8" title="The settings were not saved">
          {messageOf(save.error)}
        </Notice>
      )}
      {!writes && (
        <Notice tone="info" className="mt-8">
          You can look at these settings; your role does not change them.
        </Notice>
      )}
      <fieldset disabled={!writes} className="contents">
        <Section
          title="Name"
          line="How the site introduces itself, on every page and in search results."
        >
          <Field label="Title" error={errors.title}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={200}
                value={fields.title}
                onChange={(event) => set({ title: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Tagline"
            error={errors.tagline}
            hint="One line under the title. May stay empty."
          >
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={fields.tagline}
                onChange={(event) => set({ tagline: event.target.value })}
              />
            )}
          </Field>
        </Section>
        <Section
          title="Reading"
          line="What visitors meet, and how browsers and screen readers read it."
        >
          <HomePageField
            pageId={fields.homePageId}
            onChange={(homePageId) => set({ homePageId })}
            error={errors.homePageId}
          />
          <Field
            label="Language"
            error={errors.language}
            hint="The language the pages are written in. It decides pronunciation, hyphenation and in which forms words are found."
          >
            {(control) => (
              <Select
                {...control}
                value={fields.language}
                onChange={(event) => set({ language: event.target.value })}
              >
                {languages(stored.language).map(({ tag, name }) => (
                  <option key={tag} value={tag} lang={tag}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </Section>
      </fieldset>
      {writes && (
        <div className="flex flex-wrap items-center gap-4 py-8">
          <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
            Save settings
          </Button>
          <p role="status" className="text-muted text-sm">
            {dirty ? "Unsaved changes" : "Everything is saved"}
          </p>
        </div>
      )}
      <LeaveDialog
        open={leaving.status === "blocked"}
        saving={save.isPending}
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
        onSaveAndLeave={() =>
          save.mutate(fields, {
            onSuccess: () => leaving.proceed?.(),
            onError: () => leaving.reset?.(),
          })
        }
      />
    </form>
  );
}

/** What was changed again while the save was under way stays a change. */
function withoutSent(changes: Partial<SiteFields>, sent: SiteFields): Partial<SiteFields> {
  return Object.fromEntries(
    Object.entries(changes).filter(([name, value]) => value !== sent[name as keyof SiteFields]),
  );
}

function Section({ title, line, children }: { title: string; line: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-12 gap-y-6 border-rule border-b py-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div>
        <h2 className="font-display text-2xl">{title}</h2>
        <p className="mt-2 max-w-xs text-muted text-[0.9375rem]">{line}</p>
      </div>
      <div className="grid gap-6">{children}</div>
    </section>
  );
}
