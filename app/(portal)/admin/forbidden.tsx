import { ButtonLink } from "@/components/ui/button-link.tsx";

/** For admins, inside the frame: others are told by the page of all who are not let in. */
export default function AdminForbidden() {
  return (
    <>
      <title>Not for your role · Freehold</title>
      <h1 className="text-5xl">Your role does not open this</h1>
      <p className="mt-6 mb-8 max-w-md text-lg text-ink-muted">
        An owner can change what you may do; <i>People</i> says who they are and what each role may.
      </p>
      <ButtonLink href="/admin/people" variant="secondary">
        To the people
      </ButtonLink>
    </>
  );
}
