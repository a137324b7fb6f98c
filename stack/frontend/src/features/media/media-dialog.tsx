import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Copy, ExternalLink, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input, inputClasses } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { entryLink } from "@/features/entries/links.ts";
import { mayChange } from "@/features/media/access.ts";
import {
  changeMedia,
  type Media,
  type MediaChange,
  mediaKey,
  usesQuery,
} from "@/features/media/api.ts";
import { DeleteMediaDialog } from "@/features/media/delete-media-dialog.tsx";
import { factsOf } from "@/features/media/file-facts.ts";
import { FocalPoint } from "@/features/media/focal-point.tsx";
import { FolderSelect } from "@/features/media/folder-select.tsx";
import { useUser } from "@/features/session/use-user.ts";
import { messageOf } from "@/lib/api-error.ts";
import { cn } from "@/lib/cn.ts";

type MediaDialogProps = { media: Media; onClose: () => void };

/** One file: what it is, what is said of it, where it is used. */
export function MediaDialog({ media, onClose }: MediaDialogProps) {
  const changeable = mayChange(useUser(), media);
  const [deleting, setDeleting] = useState(false);
  if (deleting) {
    return (
      <DeleteMediaDialog media={media} onClose={() => setDeleting(false)} onDeleted={onClose} />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={media.name}
      description={<Facts media={media} />}
      startAt="title"
      className="max-w-4xl"
    >
      <Details media={media} changeable={changeable} onSaved={onClose} />
      <Uses media={media} />
      <div className="mt-6 flex flex-wrap gap-2 border-rule border-t pt-4">
        <a
          href={media.url}
          target="_blank"
          rel="noreferrer"
          className={buttonVariants({ size: "sm" })}
        >
          <ExternalLink aria-hidden />
          Open
          <span className="sr-only">(in a new tab)</span>
        </a>
        <Button size="sm" onClick={() => void copyAddress(media)}>
          <Copy aria-hidden />
          Copy the address
        </Button>
        {changeable && (
          <Button size="sm" variant="quiet" className="text-bad" onClick={() => setDeleting(true)}>
            <Trash2 aria-hidden />
            Delete
          </Button>
        )}
      </div>
    </Dialog>
  );
}

async function copyAddress({ url }: Media): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(url, location.origin).href);
    toast.success("The address is copied");
  } catch {
    toast.error("This browser did not let the address be copied");
  }
}

function Facts({ media }: { media: Media }) {
  return (
    <p className="text-sm">
      {factsOf(media)}
      <span aria-hidden> · </span>
      added <TimeAgo iso={media.createdAt} />
      {media.uploader && ` by ${media.uploader.name}`}
    </p>
  );
}

type DetailsProps = { media: Media; changeable: boolean; onSaved: () => void };

function Details({ media, changeable, onSaved }: DetailsProps) {
  const [change, setChange] = useState<MediaChange>({});
  const { name, alt, caption, folderId, focalX, focalY } = { ...media, ...change };
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () => changeMedia(media.id, change),
    onSuccess: () => {
      toast.success("Saved");
      onSaved();
      void queryClient.invalidateQueries({ queryKey: mediaKey });
    },
  });
  const set = (next: MediaChange) => setChange((before) => ({ ...before, ...next }));
  const isPicture = media.kind === "image";
  return (
    <form
      className={cn("mt-6 grid gap-8", isPicture && "md:grid-cols-2")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      {isPicture && (
        <FocalPoint
          media={media}
          x={focalX}
          y={focalY}
          disabled={!changeable || media.crops === null}
          onChange={(x, y) => set({ focalX: x, focalY: y })}
        />
      )}
      <fieldset disabled={!changeable} className="grid content-start gap-4">
        <legend className="sr-only">Details</legend>
        {isPicture && (
          <Field
            label="Description"
            hint="What the picture shows, for those who do not see it. Used wherever the picture is put in anew."
          >
            {(control) => (
              <Input
                {...control}
                maxLength={500}
                value={alt}
                onChange={(event) => set({ alt: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label="Caption">
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={1000}
              className={cn(inputClasses, "py-2")}
              value={caption}
              onChange={(event) => set({ caption: event.target.value })}
            />
          )}
        </Field>
        <Field label="Name" hint="In the library only: the address stays as it is.">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={200}
              value={name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Folder">
          {(control) => (
            <FolderSelect
              {...control}
              value={folderId ?? ""}
              onChange={(value) => set({ folderId: value || null })}
              first={[["", "In no folder"]]}
            />
          )}
        </Field>
        {save.error && <Notice tone="bad">{messageOf(save.error)}</Notice>}
        {changeable && (
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            busy={save.isPending}
          >
            Save
          </Button>
        )}
      </fieldset>
    </form>
  );
}

function Uses({ media }: { media: Media }) {
  const uses = useQuery(usesQuery(media.id));
  if (!uses.data) return null;
  return (
    <section className="mt-6">
      <h3 className="font-medium text-[0.9375rem]">Used in</h3>
      {uses.data.length === 0 ? (
        <p className="text-muted text-sm">Nothing uses it yet.</p>
      ) : (
        <ul className="mt-1 grid gap-1 text-sm">
          {uses.data.map(({ kind, id, title }) => (
            <li key={`${kind} ${id}`}>
              {kind === "entry" ? (
                <Link
                  // Whatever its type: the editor finds it by its id.
                  {...entryLink({ type: "page", id })}
                  className="text-green underline underline-offset-4"
                >
                  {title}
                </Link>
              ) : kind === "design" ? (
                <Link to="/design" className="text-green underline underline-offset-4">
                  {title}
                </Link>
              ) : (
                title
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
